package io.tyto.connector.abap;

import io.tyto.connector.abap.rfc.ImportFunctions;
import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.Connection;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out about an import whose answer was lost.
 *
 * <p>No certain interface tells a return code afterwards (facts: 3.8), so that an import that began
 * is always a person's to judge. With the setting the system's own word narrows it down: requests
 * that it did not know before and does not know after the longest time an import may take were not
 * imported.
 */
final class ImportLog {
  private static final Duration LONGEST_IMPORT = Duration.ofMinutes(15);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Connection<AbapSettings> at;
  private final AbapSettings settings;

  ImportLog(Connection<AbapSettings> at) {
    this.at = at;
    this.settings = at.settings();
  }

  /** What was seen before; {@code arrived} only where the log is read. */
  record Seen(Instant lookedAt, Map<String, Boolean> arrived) {}

  Before look(Delivery delivery) {
    Seen seen = new Seen(at.clock().instant(), arrived(delivery));
    return new Before(Json.MAPPER.writeValueAsString(seen));
  }

  Finding find(Delivery delivery, Before before) {
    Seen seen = Json.MAPPER.readValue(before.value(), Seen.class);
    List<String> numbers = TransportImport.numbers(delivery);
    List<String> lines = new ArrayList<>();
    Map<String, Boolean> now = Map.of();
    try {
      now = arrived(delivery);
    } catch (FaultException failed) {
      if (failed.fault().kind().retryable()) {
        return new Finding.TooEarly(AGAIN);
      }
      lines.add("The import log could not be read: " + failed.fault().message());
    }
    if (noneOf(numbers, seen.arrived()) && noneOf(numbers, now)) {
      boolean over = at.clock().instant().isAfter(seen.lookedAt().plus(LONGEST_IMPORT));
      return over
          ? new Finding.DidNot("None of the requests arrived since " + seen.lookedAt() + ".")
          : new Finding.TooEarly(AGAIN);
    }
    lines.add("Import begun after " + seen.lookedAt() + "; no return code was received.");
    for (String number : numbers) {
      lines.add(number + ": " + standing(seen.arrived().get(number), now.get(number)));
    }
    lines.add(
        "Look into the import history of %s (transaction STMS) and enter what it says."
            .formatted(settings.systemId()));
    return new Finding.CannotTell(List.of(TransportImport.evidence(lines)));
  }

  private static boolean noneOf(List<String> numbers, Map<String, Boolean> arrived) {
    return numbers.stream().allMatch(number -> Boolean.FALSE.equals(arrived.get(number)));
  }

  private Map<String, Boolean> arrived(Delivery delivery) {
    Map<String, Boolean> arrived = new TreeMap<>();
    if (settings.readsImportLog() && settings.carrier().equals(AbapSettings.SOAP_RFC)) {
      ImportFunctions functions = new ImportFunctions(at.http(), settings.client());
      for (String number : TransportImport.numbers(delivery)) {
        functions.arrived(number).ifPresent(is -> arrived.put(number, is));
      }
    }
    return arrived;
  }

  private static String standing(@Nullable Boolean before, @Nullable Boolean now) {
    if (now == null) {
      return "the system does not tell whether it arrived";
    }
    if (!now) {
      return "not known in the system: it has not arrived so far";
    }
    return Boolean.FALSE.equals(before)
        ? "known in the system now and not before: its import began, with which end is not told"
        : "known in the system, as before the import";
  }
}

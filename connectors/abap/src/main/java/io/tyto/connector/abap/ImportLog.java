package io.tyto.connector.abap;

import io.tyto.connector.abap.rfc.ImportFunctions;
import io.tyto.connector.abap.rfc.ImportFunctions.Known;
import io.tyto.connector.abap.rfc.ImportFunctions.Line;
import io.tyto.connector.abap.rfc.ImportFunctions.Report;
import io.tyto.connector.abap.rfc.ReturnCode;
import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.Connection;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out about an import whose answer was lost.
 *
 * <p>Without the setting a person decides: no certain interface tells a return code afterwards
 * (facts: 3.8). With it the system's own word counts, but only for requests that it did not know
 * before, and "nothing arrived" only after the longest time an import may take.
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

  /** What was seen before; {@code known} only where the log is read. */
  record Seen(Instant lookedAt, Map<String, Known> known) {}

  /** An import found afterwards. */
  record Found(List<String> numbers, Map<String, String> codes) {}

  Before look(Delivery delivery) {
    Seen seen = new Seen(at.clock().instant(), known(delivery));
    return new Before(Json.MAPPER.writeValueAsString(seen));
  }

  Finding find(Delivery delivery, Before before) {
    Seen seen = Json.MAPPER.readValue(before.value(), Seen.class);
    List<String> numbers = TransportImport.numbers(delivery);
    List<String> lines = new ArrayList<>();
    Map<String, Known> now = Map.of();
    try {
      now = known(delivery);
    } catch (FaultException failed) {
      if (failed.fault().kind().retryable()) {
        return new Finding.TooEarly(AGAIN);
      }
      lines.add("The import log could not be read: " + failed.fault().message());
    }
    boolean tells =
        seen.known().keySet().containsAll(numbers)
            && now.keySet().containsAll(numbers)
            && seen.known().values().stream().noneMatch(Known::there);
    if (tells) {
      return told(numbers, seen, now);
    }
    lines.add("Import begun after " + seen.lookedAt() + "; no return code was received.");
    for (String number : numbers) {
      lines.add(number + ": " + standing(seen.known().get(number), now.get(number)));
    }
    lines.add(
        "Look into the import history of %s (transaction STMS) and enter what it says."
            .formatted(settings.systemId()));
    return new Finding.CannotTell(List.of(TransportImport.evidence(lines)));
  }

  /** The end of an import that was found. */
  Progress poll(Handle handle) {
    Found found = Json.MAPPER.readValue(handle.value(), Found.class);
    List<Line> lines =
        found.codes().entrySet().stream()
            .map(entry -> new Line(entry.getKey(), new ReturnCode(entry.getValue())))
            .toList();
    ReturnCode worst =
        lines.stream()
            .map(Line::code)
            .max(Comparator.comparing(ReturnCode::meaning))
            .orElse(new ReturnCode(""));
    Report report = new Report(lines, worst, "read from the import log after a lost answer");
    return TransportImport.judged(settings.systemId(), found.numbers(), report);
  }

  private Finding told(List<String> numbers, Seen seen, Map<String, Known> now) {
    Map<String, String> codes = new TreeMap<>();
    for (String number : numbers) {
      Known known = now.get(number);
      if (known != null && known.there()) {
        codes.put(number, known.lastCode());
      }
    }
    boolean over = at.clock().instant().isAfter(seen.lookedAt().plus(LONGEST_IMPORT));
    if (codes.size() == numbers.size() || (over && !codes.isEmpty())) {
      Found found = new Found(numbers, codes);
      return new Finding.Happened(new Handle(Json.MAPPER.writeValueAsString(found)));
    }
    return over
        ? new Finding.DidNot("None of the requests arrived since " + seen.lookedAt() + ".")
        : new Finding.TooEarly(AGAIN);
  }

  private Map<String, Known> known(Delivery delivery) {
    Map<String, Known> known = new TreeMap<>();
    if (settings.readsImportLog() && settings.carrier().equals(AbapSettings.SOAP_RFC)) {
      ImportFunctions functions = new ImportFunctions(at.http(), settings.client());
      for (String number : TransportImport.numbers(delivery)) {
        functions.read(number).ifPresent(is -> known.put(number, is));
      }
    }
    return known;
  }

  private static String standing(@Nullable Known before, @Nullable Known now) {
    if (now == null) {
      return "the system does not tell whether it arrived";
    }
    if (!now.there()) {
      return "not known in the system: it has not arrived so far";
    }
    return before != null && !before.there()
        ? "known in the system now and not before, return code " + now.lastCode()
        : "known in the system, as before the import; return code " + now.lastCode();
  }
}

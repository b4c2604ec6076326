package io.tyto.connector.abap;

import io.tyto.connector.abap.rfc.ImportFunctions;
import io.tyto.connector.abap.rfc.ImportFunctions.Imported;
import io.tyto.connector.abap.rfc.ImportFunctions.Report;
import io.tyto.connector.abap.rfc.ReturnCode;
import io.tyto.connector.abap.rfc.ReturnCode.Meaning;
import io.tyto.connector.abap.rfc.SoapRfc.Outcome;
import io.tyto.connector.kit.wire.Faults;
import io.tyto.spi.Connection;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Delivery.Item;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Imports the requests of a delivery by one ordered, synchronous call in the target itself.
 *
 * <p>A lost answer is never repeated; {@link ImportLog} says what can be found out about it.
 */
final class TransportImport {
  private final AbapSettings settings;
  private final ImportFunctions functions;

  TransportImport(Connection<AbapSettings> at) {
    this.settings = at.settings();
    this.functions = new ImportFunctions(at.http(), settings.client());
  }

  Plan plan(Delivery delivery) {
    List<Plan.Change> changes = new ArrayList<>();
    int count = delivery.items().size();
    for (Item item : delivery.items()) {
      List<String> details = new ArrayList<>();
      details.add("Import %d of %d".formatted(changes.size() + 1, count));
      if (item.again()) {
        details.add("It is imported again.");
      }
      details.addAll(item.objects());
      changes.add(
          new Plan.Change(item.kind(), item.externalId(), item.name(), null, null, details));
    }
    return new Plan(changes);
  }

  Progress start(Delivery delivery) {
    if (!settings.carrier().equals(AbapSettings.SOAP_RFC)) {
      String message =
          "Imports into %s are done by hand; Tyto has no way to carry them out."
              .formatted(settings.systemId());
      return new Progress.Refused("by-hand", message, List.of());
    }
    List<String> numbers = numbers(delivery);
    try {
      Imported imported = functions.importAll(settings.systemId(), settings.client(), numbers);
      return switch (imported) {
        case Imported.Reported reported -> judged(numbers, reported.report());
        case Imported.NotReported not -> unreported(not.outcome());
      };
    } catch (FaultException failed) {
      return new Progress.Broken(failed.fault());
    }
  }

  /** What a report means for the requests that were given. */
  private Progress judged(List<String> numbers, Report report) {
    Map<String, ReturnCode> codes = new TreeMap<>();
    report.lines().forEach(line -> codes.put(line.request(), line.code()));
    List<String> lines = new ArrayList<>();
    Meaning worst = report.code().meaning();
    for (String number : numbers) {
      ReturnCode code = codes.getOrDefault(number, new ReturnCode(""));
      lines.add("%s  %s  %s".formatted(number, shown(code), code.meaning().text()));
      worst = worse(worst, code.meaning());
    }
    lines.add("All  %s  %s".formatted(shown(report.code()), report.message()));
    String said = report.message().isEmpty() ? worst.text() : report.message();
    List<Evidence> evidence = List.of(evidence(lines));
    return switch (worst) {
      case SUCCESS ->
          new Progress.Done(numbers.size() + " imported into " + settings.systemId(), evidence);
      case WARNINGS ->
          new Progress.Done(
              numbers.size() + " imported into " + settings.systemId() + " with warnings: " + said,
              evidence,
              true);
      case ERRORS ->
          new Progress.Refused("import-errors", "Not everything was imported: " + said, evidence);
      case TERMINATED ->
          new Progress.Refused("import-terminated", "The import was terminated: " + said, evidence);
      case UNREADABLE -> lost(said);
    };
  }

  private static Meaning worse(Meaning left, Meaning right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  private Progress unreported(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Faulted faulted ->
          new Progress.Refused(
              "import-refused", "The system refuses: " + faulted.text(), List.of());
      case Outcome.Other other -> unreported(other.answer());
      case Outcome.Answered answered -> lost("");
    };
  }

  private Progress unreported(HttpAnswer answer) {
    String said = Faults.short500(Faults.plain(answer));
    return switch (answer.status()) {
      case 401 ->
          new Progress.Broken(
              Fault.of(Fault.Kind.UNAUTHENTICATED, "The system does not accept the sign-in."));
      case 403 -> new Progress.Refused("import-forbidden", AbapProbes.ROLES, List.of());
      case 404 -> new Progress.Refused("import-service-closed", AbapProbes.CLOSED, List.of());
      case 429 ->
          new Progress.Broken(
              Fault.of(Fault.Kind.TOO_MANY_REQUESTS, "The system asks for a pause."));
      default -> lost(said);
    };
  }

  /** An error page may be the end of a work process whose import goes on. */
  private static Progress lost(String said) {
    String message = "The import was called and no readable answer came: it may have happened.";
    return new Progress.Broken(
        new Fault(Fault.Kind.UNKNOWN, message, null, null, said.isEmpty() ? null : said));
  }

  private static String shown(ReturnCode code) {
    return code.value().isPresent() ? "RC " + code.value().getAsInt() : "RC ?";
  }

  static List<String> numbers(Delivery delivery) {
    return delivery.items().stream().map(Item::externalId).toList();
  }

  static Evidence evidence(List<String> lines) {
    return new Evidence("import.txt", "text/plain", String.join("\n", lines));
  }
}

package io.tyto.server.pipelines.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The columns that spreadsheet and paper have in common. */
final class ChangeTable {
  static final List<String> COLUMNS =
      List.of(
          "At (UTC)",
          "Environment",
          "Work item",
          "Title",
          "Type of change",
          "Deliverable",
          "Version",
          "Objects",
          "Requester",
          "Developer",
          "Tester",
          "Approved by (meaning)",
          "Importer",
          "Log",
          "Bypasses",
          "Run");

  private ChangeTable() {}

  static List<String> cells(ProductionChange change) {
    return List.of(
        change.at().toString(),
        change.environment(),
        change.releasePackage() == null
            ? change.workItemId()
            : "%s (%s)".formatted(change.workItemId(), change.releasePackage()),
        change.title(),
        change.changeType(),
        change.name().equals(change.externalId())
            ? change.name()
            : change.name() + " (" + change.externalId() + ")",
        Objects.requireNonNullElse(change.version(), ""),
        String.join(", ", change.objects()),
        change.requester(),
        change.developer(),
        String.join(", ", change.testers()),
        change.approvals().stream()
            .map(approval -> "%s (%s)".formatted(approval.by(), approval.meaning()))
            .collect(Collectors.joining(", ")),
        change.importer(),
        change.rolledBack() ? "Rolled back since. " + change.log() : change.log(),
        change.bypasses().stream().map(ChangeTable::around).collect(Collectors.joining("; ")),
        change.runId());
  }

  private static String around(Bypassed bypass) {
    String what =
        "%s %s by %s: %s"
            .formatted(bypass.action(), bypass.task(), bypass.askedBy(), bypass.reason());
    return bypass.confirmedBy() == null ? what : what + ", with " + bypass.confirmedBy();
  }
}

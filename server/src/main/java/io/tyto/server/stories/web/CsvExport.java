package io.tyto.server.stories.web;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Work items as CSV by RFC 4180; a cell that a spreadsheet would run as a formula is disarmed. */
final class CsvExport {
  private static final String FORMULA = "=+-@\t\r";
  private final OutputStream out;

  CsvExport(OutputStream out) throws IOException {
    this.out = out;
    line(
        "ID",
        "External ID",
        "Type",
        "Title",
        "Status",
        "Priority",
        "Assignee",
        "Release",
        "Parents",
        "Component",
        "Pipeline stage",
        "Pipeline status",
        "Gone");
  }

  void write(List<WorkItemView> items) throws IOException {
    for (WorkItemView item : items) {
      line(
          item.id().value(),
          item.externalId(),
          item.type(),
          item.title(),
          item.status().label(),
          item.priority(),
          item.assignee(),
          item.release(),
          item.parentIds().stream().map(WorkItemId::value).collect(Collectors.joining(" ")),
          item.component(),
          item.pipelineStage(),
          item.pipelineStatus(),
          item.gone());
    }
  }

  private void line(@Nullable Object... cells) throws IOException {
    String line = Arrays.stream(cells).map(CsvExport::cell).collect(Collectors.joining(","));
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}

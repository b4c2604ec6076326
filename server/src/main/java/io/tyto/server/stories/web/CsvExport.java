package io.tyto.server.stories.web;

import io.tyto.server.stories.WorkItemView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work items as CSV by RFC 4180; a cell that a spreadsheet would run as a formula is disarmed. */
final class CsvExport implements ItemExport {
  private static final String FORMULA = "=+-@\t\r";
  private final OutputStream out;

  CsvExport(OutputStream out) throws IOException {
    this.out = out;
    line(COLUMNS.stream().map(column -> cell(column.title())));
  }

  @Override
  public void write(List<WorkItemView> items) throws IOException {
    for (WorkItemView item : items) {
      line(COLUMNS.stream().map(column -> cell(column.value().apply(item))));
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }

  private void line(Stream<String> cells) throws IOException {
    String line = cells.collect(Collectors.joining(","));
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}

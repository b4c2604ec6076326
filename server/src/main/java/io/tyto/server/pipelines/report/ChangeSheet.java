package io.tyto.server.pipelines.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as an Excel workbook; every cell is text, so that none is run as a formula. */
final class ChangeSheet {
  private static final int LONGEST = 32_000;

  private ChangeSheet() {}

  static byte[] of(String title, List<String> columns, List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Tyto", "1.0")) {
      Worksheet sheet = book.newWorksheet(title);
      write(sheet, 0, columns);
      sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
      for (int row = 0; row < rows.size(); row++) {
        write(sheet, row + 1, rows.get(row));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      sheet.value(row, column, cell.substring(0, Math.min(LONGEST, cell.length())));
    }
  }
}

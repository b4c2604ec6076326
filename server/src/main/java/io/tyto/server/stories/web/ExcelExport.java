package io.tyto.server.stories.web;

import io.tyto.server.stories.WorkItemView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Work items as an Excel workbook; cells are typed as text or number, so that none is a formula.
 */
final class ExcelExport implements ItemExport {
  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  ExcelExport(OutputStream out) throws IOException {
    workbook = new Workbook(out, "Tyto", "1.0");
    sheet = workbook.newWorksheet("User Stories");
    sheet.freezePane(0, 1);
    for (int column = 0; column < COLUMNS.size(); column++) {
      sheet.inlineString(0, column, COLUMNS.get(column).title());
      sheet.style(0, column).bold().set();
    }
    row = 1;
  }

  @Override
  public void write(List<WorkItemView> items) throws IOException {
    for (WorkItemView item : items) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        Object value = COLUMNS.get(column).value().apply(item);
        if (value instanceof Number number) {
          sheet.value(row, column, number);
        } else if (value != null) {
          sheet.inlineString(row, column, Objects.toString(value));
        }
      }
      row++;
    }
    sheet.flush();
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}

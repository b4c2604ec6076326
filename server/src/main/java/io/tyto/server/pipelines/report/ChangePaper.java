package io.tyto.server.pipelines.report;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A report as a PDF. */
final class ChangePaper {
  private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 14);
  private static final Font BOLD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 7);
  private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 6.5f);
  private static final int LONGEST = 1_000;

  private ChangePaper() {}

  static byte[] of(String title, List<String> columns, List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4.rotate(), 24, 24, 30, 30)) {
      PdfWriter.getInstance(document, bytes);
      document.addTitle(title);
      document.open();
      document.add(new Paragraph(title, TITLE));
      Paragraph count = new Paragraph("%d rows.".formatted(rows.size()), TEXT);
      count.setSpacingAfter(8);
      document.add(count);
      PdfPTable table = new PdfPTable(columns.size());
      table.setWidthPercentage(100);
      table.setHeaderRows(1);
      columns.forEach(name -> table.addCell(new PdfPCell(new Phrase(name, BOLD))));
      rows.forEach(cells -> cells.forEach(cell -> table.addCell(cell(cell))));
      document.add(table);
    }
    return bytes.toByteArray();
  }

  private static PdfPCell cell(String text) {
    return new PdfPCell(new Phrase(text.substring(0, Math.min(LONGEST, text.length())), TEXT));
  }
}

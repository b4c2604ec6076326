package io.tyto.server.pipelines.evidence;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.pipelines.evidence.EvidenceBinder.Binder;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.pipelines.trace.HistoryStore;
import io.tyto.server.pipelines.trace.Verdict;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Prints a run as a PDF. */
final class EvidenceReport {
  private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
  private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);
  private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 8);
  private static final Font BOLD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 8);
  private static final int LONGEST = 4_000;

  byte[] of(Binder binder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4.rotate(), 36, 36, 36, 36)) {
      PdfWriter.getInstance(document, bytes);
      RunHeader header = binder.run().header();
      document.addTitle("Run " + header.id());
      document.open();
      document.add(new Paragraph("Release evidence: " + header.carried(), TITLE));
      document.add(new Paragraph(facts(binder), TEXT));
      section(document, "Deliverables", deliverables(binder.deliverables()));
      section(document, "Tasks", tasks(binder.run().tasks()));
      section(document, "Decisions", decisions(binder));
      section(document, "Bypasses", bypasses(binder.bypasses()));
      section(document, "Work at targets", effects(binder.run().effects()));
      section(document, "History", history(binder.history()));
      section(document, "Documents", documents(binder.documents()));
    }
    return bytes.toByteArray();
  }

  private static String facts(Binder binder) {
    RunHeader header = binder.run().header();
    return """
    Run %s, state %s
    Pipeline %s version %d, candidate %d
    Candidate digest %s
    Type of change %s
    Work items %s
    Promoted by %s at %s, ended %s
    """
        .formatted(
            header.id(),
            binder.run().state(),
            header.pipelineId(),
            header.pipelineVersion(),
            header.candidate(),
            header.candidateDigest(),
            header.changeType(),
            header.load().parts().stream()
                .map(part ->
                    "%s (candidate %d)".formatted(part.workItem().value(), part.candidate()))
                .collect(Collectors.joining(", ")),
            header.promoterName(),
            header.startedAt(),
            header.endedAt() == null ? "not yet" : header.endedAt());
  }

  private static void section(Document document, String title, PdfPTable table) {
    Paragraph head = new Paragraph(title, HEAD);
    head.setSpacingBefore(10);
    head.setSpacingAfter(4);
    document.add(head);
    document.add(table.size() > 1 ? table : new Paragraph("None.", TEXT));
  }

  private static PdfPTable table(String... columns) {
    PdfPTable table = new PdfPTable(columns.length);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    for (String column : columns) {
      table.addCell(new PdfPCell(new Phrase(column, BOLD)));
    }
    return table;
  }

  private static void row(PdfPTable table, Object... cells) {
    for (Object cell : cells) {
      String text = Objects.toString(cell, "");
      table.addCell(
          new PdfPCell(new Phrase(text.substring(0, Math.min(LONGEST, text.length())), TEXT)));
    }
  }

  private static PdfPTable deliverables(List<Deliverable> list) {
    PdfPTable table = table("Kind", "Id", "Name", "Version", "Digest", "Author");
    list.forEach(d ->
        row(
            table,
            d.kind(),
            Objects.toString(d.externalId(), ""),
            d.name(),
            Objects.toString(d.version(), ""),
            Objects.toString(d.digest(), ""),
            Objects.toString(d.author(), "")));
    return table;
  }

  private static PdfPTable tasks(List<RunTask> list) {
    PdfPTable table = table("Stage", "Task", "State", "Started", "Ended", "Message");
    list.forEach(t ->
        row(
            table,
            t.stage(),
            t.name(),
            t.state(),
            Objects.toString(t.startedAt(), ""),
            Objects.toString(t.endedAt(), ""),
            t.message()));
    return table;
  }

  private static PdfPTable decisions(Binder binder) {
    PdfPTable table = table("At", "Who", "Decision", "Task", "Message", "Digest");
    for (Verdict v : binder.decisions()) {
      String task = binder.run().task(v.taskId()).map(RunTask::name).orElse("");
      row(table, v.at(), v.by(), v.kind(), task, v.message(), v.digest());
    }
    return table;
  }

  private static PdfPTable bypasses(List<Bypass> list) {
    PdfPTable table = table("At", "Asked by", "Action", "Reason", "Confirmed by", "Confirmed at");
    list.forEach(b ->
        row(
            table,
            b.askedAt(),
            b.askedName(),
            b.action(),
            b.reason(),
            Objects.toString(b.confirmedName(), ""),
            Objects.toString(b.confirmedAt(), "")));
    return table;
  }

  private static PdfPTable effects(List<Effect> list) {
    PdfPTable table = table("Kind", "Outcome", "Attempt", "Sent", "Ended", "Summary");
    list.forEach(e ->
        row(
            table,
            e.kind(),
            e.outcome(),
            e.attempt(),
            Objects.toString(e.sentAt(), ""),
            Objects.toString(e.endedAt(), ""),
            e.summary()));
    return table;
  }

  private static PdfPTable history(List<HistoryStore.Change> list) {
    PdfPTable table = table("At", "Who", "Task", "From", "To", "Reason");
    list.forEach(c -> row(table, c.at(), c.actorName(), c.task(), c.from(), c.to(), c.reason()));
    return table;
  }

  private static PdfPTable documents(List<EvidenceStore.Document> list) {
    PdfPTable table = table("At", "Name", "Text");
    list.forEach(d -> row(table, d.at(), d.name(), d.body()));
    return table;
  }
}

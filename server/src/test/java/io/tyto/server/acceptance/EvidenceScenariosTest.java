package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Scenario 15. */
@TytoTest
class EvidenceScenariosTest {
  private final Tyto tyto;

  EvidenceScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void showsAnAuditorEverythingThatHappened() throws IOException {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    Item item = rollout.story("For the auditor");
    String flow = rollout.iFlow();
    String digest = item.attachFlow(flow).get("digest");
    Journey run = toProduction(rollout, item);

    Person auditor = tyto.person("auditor");
    Answer zip = auditor.api().get("/runs/" + run.run() + "/evidence").expect(200);
    Map<String, String> entries = entries(zip.bytes());
    String all = String.join("\n", entries.values());
    assertThat(all)
        .contains(flow, digest, item.id(), "1.0.0")
        .contains(rollout.developer().name(), rollout.manager().name(), rollout.other().name())
        .contains("Seen and wanted.", "run-started");
    assertThat(entries.get("audit.ndjson"))
        .contains("run-started", "approve", rollout.manager().name());
    assertThat(entries.get("effects.json")).contains("DEPLOY", "DONE");

    Answer report = auditor.api().get("/runs/" + run.run() + "/report").expect(200);
    assertThat(report.header("Content-Type")).startsWith("application/pdf");
    assertThat(text(report.bytes()))
        .contains(item.id(), flow, rollout.manager().name(), rollout.other().name());

    Answer verdict = auditor.api().post("/audit/verify", null).expect(200);
    assertThat(verdict.text()).as("the chain of all audit rows").contains("true");
    assertThat(auditor.api().get("/audit?project=" + rollout.project().key()).expect(200).text())
        .contains("deliverable-attached", "run-started");
  }

  private static Journey toProduction(Rollout rollout, Item item) {
    Journey run = item.start();
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    item.promote(rollout.developer()).expect(200);
    run.approve(rollout.other(), "PROD");
    run.rests("COMPLETED");
    return run;
  }

  private static Map<String, String> entries(byte[] archive) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PdfReader reader = new PdfReader(pdf)) {
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(new PdfTextExtractor(reader).getTextFromPage(page));
      }
      return text.toString();
    }
  }
}

package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Changes in production: who wanted, made, tested, approved and imported what. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionReportTest {
  private final Tyto tyto;
  private Rollout rollout;
  private Item item;
  private String flow;

  ProductionReportTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void bringsSomethingToProduction() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    item = rollout.story("=Dangerous title");
    flow = rollout.iFlow();
    item.attachFlow(flow);
    Journey run = item.start();
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    assertThat(report().json().path("items").size()).isZero();
    item.promote(rollout.developer()).expect(200);
    run.reaches("approve", "PROD", "WAITING");
    run.act(rollout.other(), "approve", "PROD", "approve", Map.of("reason", "Tested in QA"))
        .expect(200);
    run.rests("COMPLETED");
  }

  @Test
  void namesEverybodyWhoHadAPartInIt() {
    JsonNode items = report().json().path("items");
    assertThat(items.size()).as(items.toPrettyString()).isEqualTo(1);
    JsonNode change = items.get(0);
    assertThat(change.path("workItemId").asString()).isEqualTo(item.id());
    assertThat(change.path("externalId").asString()).isEqualTo(flow);
    assertThat(change.path("environment").asString())
        .isEqualTo(rollout.estate().environment("cpi-prod").name());
    assertThat(change.path("requester").asString()).isEqualTo(rollout.developer().name());
    assertThat(change.path("testers").toString()).contains(rollout.manager().name());
    assertThat(change.at("/approvals/0/by").asString()).isEqualTo(rollout.other().name());
    assertThat(change.at("/approvals/0/meaning").asString()).contains("Tested in QA");
    assertThat(change.path("importer").asString())
        .isEqualTo("Tyto for " + rollout.developer().name());
    assertThat(change.path("developer").asString()).isNotBlank();
    assertThat(change.path("objects").toString()).contains(flow);
    assertThat(change.path("log").asString()).isNotBlank();
  }

  @Test
  void comesAsAWorkbookWithoutFormulasAndAsAPaper() throws IOException {
    Answer sheet = export("xlsx").expect(200);
    assertThat(sheet.header("Content-Disposition")).contains(".xlsx");
    String all = unzipped(sheet);
    assertThat(all).contains(flow, "Dangerous title").doesNotContain("<f>");
    Answer paper = export("pdf").expect(200);
    assertThat(new String(paper.bytes(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    export("docx").expect(400);
  }

  @Test
  void refusesAPeriodThatIsTurnedRoundOrTooLong() {
    LocalDate today = today();
    report(today, today.minusDays(1)).expect(400);
    report(today.minusYears(2), today).expect(400);
    assertThat(
            report(today.minusDays(20), today.minusDays(10))
                .expect(200)
                .json()
                .path("items")
                .size())
        .isZero();
  }

  private Answer report() {
    return report(today().minusDays(1), today().plusDays(1)).expect(200);
  }

  private Answer report(LocalDate from, LocalDate to) {
    return rollout
        .manager()
        .api()
        .get(rollout.path("/production-changes?from=%s&to=%s".formatted(from, to)));
  }

  private Answer export(String format) {
    return rollout
        .manager()
        .api()
        .get(
            rollout.path(
                "/production-changes/export?from=%s&to=%s&format=%s"
                    .formatted(today().minusDays(1), today().plusDays(1), format)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(tyto.clock().instant(), ZoneOffset.UTC);
  }

  /** By its directory, as Excel reads it. */
  static String unzipped(Answer sheet) throws IOException {
    Path file = Files.createTempFile("report", ".xlsx");
    try {
      Files.write(file, sheet.bytes());
      StringBuilder all = new StringBuilder();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          all.append(new String(content, StandardCharsets.UTF_8));
        }
      }
      return all.toString();
    } finally {
      Files.delete(file);
    }
  }
}

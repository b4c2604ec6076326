package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.JsonNode;

/** What was gone around: a list of the project, and a mark at what came to Production that way. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BypassReportTest {
  private static final String BY_HAND =
      """
      name: by-hand
      stages:
        - name: QA
          tasks:
            - manual: { name: tell, text: Tell them }
            - deploy: { environment: @cpi-qa }
        - name: PROD
          tasks:
            - manual: { name: stop the job, text: Stop it }
            - deploy: { environment: @cpi-prod }
            - manual: { name: start the job, text: Start it }
      """;

  private final Tyto tyto;
  private Rollout rollout;
  private Item item;
  private Journey run;

  BypassReportTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void goesAround() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(BY_HAND);
    item = rollout.story("In a hurry");
    item.attachFlow(rollout.iFlow());
    run = item.start();
    run.reaches("manual", "QA", "WAITING");
    skip("QA", "Told them by phone");
    run.reaches("manual", "PROD", "WAITING");
    run.act(rollout.manager(), "manual", "PROD", "skip", Map.of("reason", "No job runs"))
        .refused(409, "second-person-needed");
    run.act(rollout.other(), "manual", "PROD", "skip", Map.of("reason", "Seen that, too"))
        .expect(200);
    JsonNode seen = run.rests("WAITING");
    String last = seen.path("stages").get(1).path("tasks").get(2).path("id").asString();
    String path = "/runs/" + run.run() + "/tasks/" + last + "/skip";
    rollout.manager().api().post(path, Map.of("reason", "Too late for that")).expect(409);
  }

  private void skip(String stage, String reason) {
    run.act(rollout.manager(), "manual", stage, "skip", Map.of("reason", reason)).expect(200);
  }

  @Test
  void namesWhoWentAroundWhatWhenWhyAndWithWhom() {
    JsonNode all = list(today().minusDays(1), today().plusDays(1)).expect(200).json();
    JsonNode items = all.path("items");
    assertThat(items.findValuesAsString("reason"))
        .containsExactly("Told them by phone", "No job runs", "Too late for that");
    assertThat(items.findValuesAsString("task"))
        .containsExactly("tell", "stop the job", "start the job");
    assertThat(items.get(0).path("confirmedBy").isNull()).isTrue();
    JsonNode second = items.get(1);
    assertThat(second.path("action").asString()).isEqualTo("skip");
    assertThat(second.path("stage").asString()).isEqualTo("PROD");
    assertThat(second.path("workItemId").asString()).isEqualTo(item.id());
    assertThat(second.path("runId").asString()).isEqualTo(run.run());
    assertThat(second.path("askedBy").asString()).isEqualTo(rollout.manager().name());
    assertThat(second.path("confirmedBy").asString()).isEqualTo(rollout.other().name());
    assertThat(second.path("at").asString()).isLessThan(second.path("confirmedAt").asString());
    assertThat(list(today().minusDays(9), today().minusDays(2)).items("reason")).isEmpty();
    list(today(), today().minusDays(1)).expect(400);
    tyto.person().api().get(query("/bypasses", today(), today())).expect(404);
  }

  @Test
  void comesAsAWorkbookAndAsAPaper() throws IOException {
    assertThat(ProductionReportTest.unzipped(export("/bypasses", "xlsx")))
        .contains("No job runs", "stop the job", rollout.other().name());
    Answer paper = export("/bypasses", "pdf");
    assertThat(paper.header("Content-Disposition")).contains("bypasses-", ".pdf");
    assertThat(text(paper)).contains("Bypasses in", "No job runs", rollout.other().name());
  }

  @Test
  void marksWhatCameToProductionThatWayButNotWhatWasGoneAroundLater() throws IOException {
    JsonNode changes =
        rollout
            .manager()
            .api()
            .get(query("/production-changes", today().minusDays(1), today().plusDays(1)))
            .expect(200)
            .json()
            .path("items");
    assertThat(changes.size()).isEqualTo(1);
    assertThat(changes.get(0).path("bypasses").findValuesAsString("task"))
        .containsExactly("tell", "stop the job");
    String row = "skip stop the job by %s: No job runs, with %s";
    assertThat(ProductionReportTest.unzipped(export("/production-changes", "xlsx")))
        .contains(row.formatted(rollout.manager().name(), rollout.other().name()))
        .doesNotContain("Too late for that");
    assertThat(text(export("/production-changes", "pdf"))).contains("Bypasses");
  }

  private Answer list(LocalDate from, LocalDate to) {
    return rollout.developer().api().get(query("/bypasses", from, to));
  }

  private Answer export(String report, String format) {
    String query = query(report + "/export", today().minusDays(1), today().plusDays(1));
    return rollout.developer().api().get(query + "&format=" + format).expect(200);
  }

  private String query(String path, LocalDate from, LocalDate to) {
    return rollout.path(path + "?from=%s&to=%s".formatted(from, to));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(tyto.clock().instant(), ZoneOffset.UTC);
  }

  private static String text(Answer paper) throws IOException {
    PdfReader reader = new PdfReader(paper.bytes());
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
    }
    return String.join("\n", pages);
  }
}

package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.JsonNode;

/** Emergencies, of one item and of packages, and where people see that it is one. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyScenariosTest {
  private static final String HOTFIX =
      """
      name: hotfix
      changeTypes: [NORMAL, EMERGENCY]
      emergency:
        onDuty: [role:release-manager]
        afterwards: { by: [role:approver], within: PT10M }
      stages:
        - name: PROD
          tasks:
            - approve: { by: [role:approver], min: 2 }
            - deploy: { environment: @cpi-prod }
      """;

  private final Tyto tyto;
  private Rollout rollout;
  private Person approver;

  EmergencyScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(HOTFIX);
    approver = rollout.project().member("approver");
    Map<String, String> author =
        Map.of(
            "system",
            rollout.estate().environment("cpi-dev").name(),
            "name",
            "anna.berger@example.com");
    tyto.admin()
        .patch("/users/" + rollout.developer().id(), 1, Map.of("aliases", List.of(author)))
        .expect(200);
  }

  @Test
  void aPackageGoesAsAnEmergencyAndIsApprovedAfterwards() throws IOException {
    String path = pack("Hotfixes", story("One"), story("Two"));
    assertThat(plan(path, "").path("tasks").toString()).doesNotContain("Approve afterwards");
    JsonNode plan = plan(path, "?changeType=EMERGENCY");
    assertThat(plan.path("tasks").toString()).contains("Approve afterwards");
    promote(path, Map.of("changeType", "STANDARD")).refused(409, "change-type-not-accepted");
    assertThat(plan(path, "?changeType=STANDARD").path("gates").toString())
        .contains("change-type-not-accepted");

    Map<String, Object> order =
        Map.of("changeType", "EMERGENCY", "digest", plan.path("digest").asString());
    Journey run = new Journey(rollout, promote(path, order).expect(201).id());
    assertThat(run.look().path("changeType").asString()).isEqualTo("EMERGENCY");
    assertThat(promote(path, Map.of()).expect(200).id()).isEqualTo(run.run());
    promote(path, Map.of("changeType", "NORMAL")).refused(409, "change-type-fixed");
    run.reaches("approve", "PROD", "WAITING");
    run.act(approver, "approve", "PROD", "approve").refused(403, "not-yours-to-decide");
    run.approve(rollout.manager(), "PROD");
    run.reaches("approve", "Afterwards", "WAITING");
    assertThat(run.task("deploy", "PROD").path("state").asString()).isEqualTo("DONE");
    run.act(rollout.manager(), "approve", "Afterwards", "approve")
        .refused(403, "not-yours-to-decide");
    assertThat(changes(run))
        .allSatisfy(
            change -> assertThat(change.path("changeType").asString()).isEqualTo("EMERGENCY"));
    assertThat(changes(run).toString()).doesNotContain("Approve afterwards");
    assertThat(paper()).contains("EMERGENCY");

    run.approve(approver, "Afterwards");
    run.rests("COMPLETED");
    assertThat(changes(run))
        .hasSize(2)
        .allSatisfy(change ->
            assertThat(change.path("approvals").toString()).contains("Approve afterwards"));
    byte[] report =
        rollout.manager().api().get("/runs/" + run.run() + "/report").expect(200).bytes();
    assertThat(text(report)).contains("Type of change EMERGENCY");
  }

  @Test
  void aPackageWhoseApprovalAfterwardsIsLateTurnsRed() {
    String path = pack("Late", story("Three"), story("Four"));
    Journey run =
        new Journey(rollout, promote(path, Map.of("changeType", "EMERGENCY")).expect(201).id());
    run.approve(rollout.manager(), "PROD");
    assertThat(run.reaches("approve", "Afterwards", "WAITING").path("message").asString())
        .contains("It is late after");
    tyto.clock().advance(Duration.ofMinutes(11));
    run.reaches("approve", "Afterwards", "REFUSED");
    run.rests("FAILED");
    run.act(rollout.developer(), "approve", "Afterwards", "retry").expect(200);
    run.approve(approver, "Afterwards");
    run.rests("COMPLETED");
  }

  @Test
  void peopleSeeThatItIsOneWhereTheyDecideAndRead() {
    Item item = story("Broken at night");
    Journey run =
        new Journey(
            rollout,
            item.promote(rollout.developer(), Map.of("changeType", "EMERGENCY")).expect(201).id());
    assertThat(run.reaches("approve", "PROD", "WAITING").path("message").asString())
        .startsWith("Emergency change: one person on duty approves it now");
    assertThat(of(run, rollout.manager().api().get("/inbox").expect(200), "runId"))
        .isEqualTo("EMERGENCY");
    assertThat(of(run, rollout.developer().api().get("/runs?workItem=" + item.id()), "id"))
        .isEqualTo("EMERGENCY");
    String id =
        rollout
            .manager()
            .api()
            .post(rollout.path("/release-versions"), Map.of("name", "Night"))
            .expect(201)
            .id();
    String release = rollout.path("/release-versions/" + id);
    rollout
        .developer()
        .api()
        .post(release + "/work-items", Map.of("ids", List.of(item.id())))
        .expect(200);
    assertThat(of(run, rollout.developer().api().get(release + "/overview"), "runId"))
        .isEqualTo("EMERGENCY");
    run.abort(rollout.manager(), "Seen enough").expect(200);
  }

  @Test
  void refusesAnEmergencyThatNobodyOnDutyWouldApprove() {
    assertThat(wrong(HOTFIX.replaceAll("(?m)^.*- approve:.*\\R", "")))
        .contains("which the person on duty gives in an emergency");
    assertThat(wrong(HOTFIX.replace("- approve: {", "- approve: { name: Approve afterwards,")))
        .contains("are an emergency's own");
  }

  private String wrong(String yaml) {
    return rollout
        .project()
        .admin()
        .api()
        .send(
            "POST",
            rollout.path("/pipelines"),
            yaml.replace("@cpi-prod", rollout.estate().environment("cpi-prod").name()),
            request -> request.setHeader("Content-Type", "application/yaml"))
        .expect(400)
        .text();
  }

  private Item story(String title) {
    Item item = rollout.story(title);
    item.attachFlow(rollout.iFlow());
    return item;
  }

  private String pack(String name, Item... items) {
    Map<String, Object> wish =
        Map.of("name", name, "workItemIds", List.of(items[0].id(), items[1].id()));
    String packages = rollout.path("/release-packages");
    return packages + "/" + rollout.manager().api().post(packages, wish).expect(201).id();
  }

  private JsonNode plan(String path, String query) {
    return rollout.developer().api().get(path + "/promotion-plan" + query).expect(200).json();
  }

  private Answer promote(String path, Map<String, Object> order) {
    return rollout.developer().api().post(path + "/promotions", order);
  }

  private static String of(Journey run, Answer list, String field) {
    return list.expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(one -> one.path(field).asString().equals(run.run()))
        .map(one -> one.path("changeType").asString())
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> changes(Journey run) {
    return rollout
        .manager()
        .api()
        .get(rollout.path("/production-changes?" + period()))
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(change -> change.path("runId").asString().equals(run.run()))
        .toList();
  }

  private String paper() throws IOException {
    String path = rollout.path("/production-changes/export?format=pdf&" + period());
    return text(rollout.manager().api().get(path).expect(200).bytes());
  }

  private String period() {
    LocalDate today = LocalDate.ofInstant(tyto.clock().instant(), ZoneOffset.UTC);
    return "from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(1));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PdfReader reader = new PdfReader(pdf)) {
      return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
    }
  }
}

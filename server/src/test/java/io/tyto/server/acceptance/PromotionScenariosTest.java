package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Scenarios 9, 10, 11 and 14. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromotionScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;

  PromotionScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
  }

  @Test
  void buildsValidatesAsksAndDeploysInOrder() {
    Item item = rollout.story("In order");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    assertThat(Journey.states(run.look()))
        .startsWith("build DONE", "validate DONE", "approve WAITING", "deploy READY");
    assertThat(item.stageAndStatus()).isEqualTo("QA - WAITING");
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).isEmpty();
    run.act(rollout.developer(), "approve", "QA", "approve").expect(403);
    run.approve(rollout.manager(), "QA");
    JsonNode seen = run.rests("WAITING");
    assertThat(Journey.states(seen))
        .startsWith("build DONE", "validate DONE", "approve DONE", "deploy DONE");
    assertThat(ends(seen)).isSorted();
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).hasSize(1);
    assertThat(rollout.control().artifact("cpi-qa", flow).path("status").asString())
        .isEqualTo("STARTED");
  }

  @Test
  void stopsAtARejectionAndShowsItInTheRow() {
    Item item = rollout.story("Rejected");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    run.act(rollout.manager(), "approve", "QA", "reject", Map.of()).refused(400, "reason-required");
    run.act(rollout.manager(), "approve", "QA", "reject", Map.of("reason", "Not tested."))
        .expect(200);
    JsonNode seen = run.rests("FAILED");
    assertThat(Journey.task(seen, "approve", "QA").path("message").asString())
        .contains("Not tested.");
    assertThat(item.stageAndStatus()).isEqualTo("QA - FAILED");
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).isEmpty();
    assertThat(rollout.developer().api().get("/inbox").expect(200).text()).contains(item.id());
  }

  @Test
  void retriesOnlyWhatIsNotDeployedYet() {
    Item item = rollout.story("Retried");
    String good = rollout.iFlow();
    String bad = rollout.iFlow();
    item.attachFlow(good);
    item.attachFlow(bad);
    breakOnce(bad);
    Journey run = item.start();
    run.approve(rollout.manager(), "QA");
    JsonNode failed = run.rests("FAILED");
    assertThat(Journey.task(failed, "deploy", "QA").path("message").asString())
        .contains("A planted reason");
    run.act(rollout.developer(), "deploy", "QA", "retry").expect(200);
    run.rests("WAITING");
    assertThat(rollout.control().done("cpi-qa", "deploy", good)).hasSize(1);
    assertThat(rollout.control().done("cpi-qa", "deploy", bad)).hasSize(2);
  }

  @Test
  void makesAnotherCandidateOfAFixedArtifactThatNeedsAnotherApproval() {
    Item item = rollout.story("Reworked");
    String good = rollout.iFlow();
    String bad = rollout.iFlow();
    item.attachFlow(good);
    item.attachFlow(bad);
    breakOnce(bad);
    Journey first = item.start();
    first.approve(rollout.manager(), "QA");
    first.rests("FAILED");
    rollout.develop(bad, "1.0.1");
    item.attachFlow(bad);
    assertThat(item.plan().json().path("candidate").asInt()).isEqualTo(2);
    item.promote(rollout.developer(), Map.of("candidate", 1)).refused(409, "candidate-outdated");
    Journey second = item.start();
    assertThat(second.look().path("candidate").asInt()).isEqualTo(2);
    assertThat(first.look().path("state").asString()).isEqualTo("SUPERSEDED");
    second.reaches("approve", "QA", "WAITING");
    second.approve(rollout.manager(), "QA");
    second.rests("WAITING");
    assertThat(rollout.control().done("cpi-qa", "deploy", good)).hasSize(1);
    assertThat(rollout.control().artifact("cpi-qa", bad).path("version").asString())
        .isEqualTo("1.0.1");
  }

  @Test
  void waitsForPromotionAndGoesToProductionAtTheSecondPress() {
    Item item = rollout.story("Twice pressed");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    Journey run = item.start();
    Answer again = item.promote(rollout.developer()).expect(200);
    assertThat(again.id()).isEqualTo(run.run());
    run.approve(rollout.manager(), "QA");
    JsonNode waiting = run.rests("WAITING");
    String wait = Journey.task(waiting, "wait-for-promotion", "PROD").path("id").asString();
    JsonNode plan = item.plan().json();
    assertThat(plan.path("continues").path("taskId").asString()).isEqualTo(wait);
    assertThat(plan.path("continues").path("runId").asString()).isEqualTo(run.run());
    assertThat(rollout.control().done("cpi-prod", "deploy", flow)).isEmpty();
    Map<String, Object> order =
        Map.of("candidate", 1, "continues", Map.of("runId", run.run(), "taskId", wait));
    assertThat(item.promote(rollout.developer(), order).expect(200).id()).isEqualTo(run.run());
    assertThat(item.promote(rollout.developer(), order).expect(200).id()).isEqualTo(run.run());
    run.approve(rollout.other(), "PROD");
    run.rests("COMPLETED");
    assertThat(rollout.control().done("cpi-prod", "deploy", flow)).hasSize(1);
    assertThat(item.stageAndStatus()).isEqualTo("PROD - COMPLETED");
    item.promote(rollout.developer(), order).expect(200);
    assertThat(rollout.control().done("cpi-prod", "deploy", flow)).hasSize(1);
  }

  @Test
  void abortsWithAReason() {
    Item item = rollout.story("Aborted");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    run.abort(rollout.developer(), " ").refused(400, "reason-required");
    run.abort(rollout.developer(), "Wrong month.").expect(200);
    JsonNode seen = run.rests("ABORTED");
    assertThat(seen.toString()).contains("Wrong month.");
    run.act(rollout.manager(), "approve", "QA", "approve").expect(409);
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).isEmpty();
    assertThat(item.start().run()).isNotEqualTo(run.run());
  }

  private void breakOnce(String flow) {
    rollout.control().arm("cpi-qa", "fail-deploy", "Id='" + flow + "'", 1, "A planted reason");
  }

  private static List<Instant> ends(JsonNode run) {
    List<Instant> ends = new ArrayList<>();
    run.path("stages")
        .path(0)
        .path("tasks")
        .forEach(task -> ends.add(Instant.parse(task.path("endedAt").asString())));
    return ends;
  }
}

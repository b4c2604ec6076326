package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A promotion of one thing and the people who carry it to its end. They go by what they see only,
 * so that a step whose answer they did not get may be taken once more.
 */
final class Carried {
  private final Item item;
  private final Journey run;
  private final String subject;
  private final Map<String, String> systems;
  private int asked;

  /**
   * @param systems where each stage brings it
   */
  Carried(Item item, String subject, Map<String, String> systems) {
    this.item = item;
    this.subject = subject;
    this.systems = systems;
    this.run = item.start();
  }

  /** Does what waits for a person now; true when the run is over. */
  boolean step() {
    JsonNode seen = run.look();
    String state = seen.path("state").asString();
    assertThat(state).as(seen.toPrettyString()).isIn("RUNNING", "WAITING", "FAILED", "COMPLETED");
    for (JsonNode stage : seen.path("stages")) {
      for (JsonNode task : stage.path("tasks")) {
        act(stage.path("name").asString(), task);
      }
    }
    return state.equals("COMPLETED");
  }

  private void act(String stage, JsonNode task) {
    switch (task.path("kind").asString() + " " + task.path("state").asString()) {
      case "approve WAITING" -> approve(stage);
      case "wait-for-promotion WAITING" ->
          assertThat(item.promote(item.rollout().developer()).status()).isIn(200, 409);
      case "deploy BROKEN" -> decide(stage, task);
      default ->
          assertThat(task.path("state").asString())
              .as(task.toPrettyString())
              .isNotIn("REFUSED", "BROKEN", "SKIPPED", "ABORTED");
    }
  }

  private void approve(String stage) {
    Answer answer = run.act(item.rollout().manager(), "approve", stage, "approve");
    assertThat(answer.status()).as(answer.text()).isIn(200, 409);
  }

  /** Only an import leaves it to a person; this one looks into the target first. */
  private void decide(String stage, JsonNode task) {
    String system = systems.get(stage);
    assertThat(system).as(task.toPrettyString()).startsWith("abap-");
    assertThat(task.path("message").asString()).contains(subject);
    assertThat(task.path("evidence").size()).as(task.toPrettyString()).isPositive();
    Map<String, Object> order = Map.of("reason", "STMS says so.", "again", true);
    String action = done(system).isEmpty() ? "retry" : "mark-done";
    Answer answer = run.act(item.rollout().developer(), "deploy", stage, action, order);
    assertThat(answer.status()).as(answer.text()).isIn(200, 409);
    asked++;
  }

  /** What every target really saw, for a run that is over. */
  void happenedOnce() {
    systems.forEach(
        (stage, system) -> assertThat(done(system)).as(stage + " " + subject).hasSize(1));
  }

  private List<JsonNode> done(String system) {
    String action = system.startsWith("abap-") ? "import" : "deploy";
    return item.rollout().control().done(system, action, subject);
  }

  /** How often a person had to look into a target. */
  int asked() {
    return asked;
  }
}

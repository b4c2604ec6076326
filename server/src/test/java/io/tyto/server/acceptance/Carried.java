package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private int lookedInto;
  private int startedAnew;

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

  private void decide(String stage, JsonNode task) {
    String system = Objects.requireNonNull(systems.get(stage));
    if (system.startsWith("abap-")) {
      lookInto(stage, task, done(system).isEmpty() ? "retry" : "mark-done");
    } else {
      assertThat(done(system)).as(task.toPrettyString()).isEmpty();
      startAnew(stage, task);
    }
  }

  /** Nobody but the target knows what became of an import; on Production two people say so. */
  private void lookInto(String stage, JsonNode task, String action) {
    assertThat(task.path("message").asString()).contains(subject);
    assertThat(task.path("evidence").size()).as(task.toPrettyString()).isPositive();
    lookedInto++;
    Map<String, Object> order = Map.of("reason", "STMS says so.", "again", true);
    for (Person person : List.of(item.rollout().developer(), item.rollout().manager())) {
      if (run.task("deploy", stage).path("state").asString().equals("BROKEN")) {
        Answer answer = run.act(person, "deploy", stage, action, order);
        assertThat(answer.status()).as(answer.text()).isIn(200, 409);
      }
    }
  }

  /** What did not happen twice is left to a person. */
  private void startAnew(String stage, JsonNode task) {
    assertThat(task.path("message").asString()).contains("did not happen");
    startedAnew++;
    Answer answer = run.act(item.rollout().developer(), "deploy", stage, "retry");
    assertThat(answer.status()).as(answer.text()).isIn(200, 409);
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

  /** How often people had to say what became of an import. */
  int lookedInto() {
    return lookedInto;
  }

  /** How often a person had to start a deployment that was interrupted twice. */
  int startedAnew() {
    return startedAnew;
  }
}

package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A promotion run as people follow it and decide in it. */
record Journey(Rollout rollout, String run) {
  private static final Set<String> RESTING = Set.of("WAITING", "FAILED", "COMPLETED", "ABORTED");

  JsonNode look() {
    return look(rollout.developer());
  }

  JsonNode look(Person person) {
    return person.api().get("/runs/" + run).expect(200).json();
  }

  JsonNode until(String what, Predicate<JsonNode> right) {
    return Patience.until(what, this::look, right);
  }

  /** Until nothing goes on by itself; fails when it rests in another state. */
  JsonNode rests(String state) {
    JsonNode seen =
        until("run " + run + " to rest", one -> RESTING.contains(one.path("state").asString()));
    assertThat(seen.path("state").asString()).as(seen.toPrettyString()).isEqualTo(state);
    return seen;
  }

  /** Until that task is in that state; fails when the run rests otherwise. */
  JsonNode reaches(String kind, String stage, String state) {
    JsonNode seen =
        until(
            "%s of %s to be %s".formatted(kind, stage, state),
            one ->
                task(one, kind, stage).path("state").asString().equals(state)
                    || Set.of("FAILED", "ABORTED", "COMPLETED")
                        .contains(one.path("state").asString()));
    JsonNode task = task(seen, kind, stage);
    assertThat(task.path("state").asString()).as(seen.toPrettyString()).isEqualTo(state);
    return task;
  }

  /** The first task of that kind in that stage. */
  JsonNode task(String kind, String stage) {
    return task(look(), kind, stage);
  }

  static JsonNode task(JsonNode run, String kind, String stage) {
    for (JsonNode one : run.path("stages")) {
      if (one.path("name").asString().equals(stage)) {
        for (JsonNode task : one.path("tasks")) {
          if (task.path("kind").asString().equals(kind)) {
            return task;
          }
        }
      }
    }
    throw new AssertionError("No %s in %s of %s".formatted(kind, stage, run.toPrettyString()));
  }

  /** {@code build DONE}, in the order of the pipeline. */
  static List<String> states(JsonNode run) {
    List<String> states = new ArrayList<>();
    run.path("stages")
        .forEach(stage ->
            stage
                .path("tasks")
                .forEach(task ->
                    states.add(
                        task.path("kind").asString() + " " + task.path("state").asString())));
    return states;
  }

  Answer act(Person person, String kind, String stage, String action, Map<String, Object> order) {
    String task = task(kind, stage).path("id").asString();
    return person.api().post("/runs/" + run + "/tasks/" + task + "/" + action, order);
  }

  Answer act(Person person, String kind, String stage, String action) {
    return act(person, kind, stage, action, Map.of("reason", "Seen and wanted."));
  }

  /** Waits for the approval of a stage and gives it. */
  void approve(Person person, String stage) {
    reaches("approve", stage, "WAITING");
    act(person, "approve", stage, "approve").expect(200);
  }

  Answer abort(Person person, String reason) {
    return person.api().post("/runs/" + run + "/abort", Map.of("reason", reason));
  }
}

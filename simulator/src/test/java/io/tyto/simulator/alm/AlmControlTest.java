package io.tyto.simulator.alm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.simulator.Call;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.DemoWorld;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.TaskType;
import io.tyto.simulator.world.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlmControlTest {
  private static Simulator simulator;
  private static Call control;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults());
    control = new Call(simulator.controlUrl());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
  }

  private static AlmWorld world() {
    return simulator.alm().world();
  }

  private static UUID project() {
    return world().projectNamed(DemoWorld.PROJECT).orElseThrow().id();
  }

  @Test
  void everyStartHoldsTheSameWorld() {
    String before = Truth.of(world(), project()).hash();
    simulator.alm().edits().churn(project(), 7, 20);
    String churned = Truth.of(world(), project()).hash();
    assertThat(churned).isNotEqualTo(before);
    simulator.reset();
    assertThat(Truth.of(world(), project()).hash()).isEqualTo(before);
    simulator.alm().edits().churn(project(), 7, 20);
    assertThat(Truth.of(world(), project()).hash()).isEqualTo(churned);
  }

  @Test
  void editsOfManyAtTheSameMomentTakeTurns() throws Exception {
    try (var crowd = Executors.newFixedThreadPool(8)) {
      List<Future<?>> turns = new ArrayList<>();
      for (int seed = 0; seed < 400; seed++) {
        int own = seed;
        turns.add(crowd.submit(() -> simulator.alm().edits().churn(project(), own, 5)));
      }
      for (Future<?> turn : turns) {
        turn.get();
      }
    }
  }

  @Test
  void movesAStoryWithoutMarkingAChangeUnlessToldTo() throws Exception {
    Task story =
        world()
            .tasks()
            .select(project(), one -> one.type() == TaskType.CALMUS && one.features().size() == 1)
            .getFirst();
    UUID target = world().features().of(project()).getLast().uuid();
    String path = "/control/alm/stories/" + story.id() + "/features";
    assertThat(control.json("PUT", path, "[\"" + target + "\"]").status()).isEqualTo(200);
    Task moved = world().tasks().find(story.id()).orElseThrow();
    assertThat(moved.features()).containsExactly(target);
    assertThat(moved.changed()).isEqualTo(story.changed());
    assertThat(world().tasks().of(target)).contains(moved);
    assertThat(world().tasks().of(story.features().getFirst())).doesNotContain(moved);
    simulator.desk("alm").switches().set("assignment-changes", "both");
    control.json("PUT", path, "[]");
    assertThat(world().tasks().find(story.id()).orElseThrow().changed()).isAfter(story.changed());
    UUID nowhere = UUID.randomUUID();
    assertThat(control.json("PUT", path, "[\"" + nowhere + "\"]").status()).isEqualTo(404);
  }

  @Test
  void editsTasksAndFeaturesAsPeopleDo() throws Exception {
    UUID feature = world().features().of(project()).getFirst().uuid();
    String body =
        "{\"title\":\"Added\",\"status\":\"CIPUSINP\",\"features\":[\"" + feature + "\"]}";
    JsonNode added = control.json("POST", "/control/alm/stories", body).json();
    assertThat(added.get("status").asString()).isEqualTo("CIPUSINP");
    String path = "/control/alm/tasks/" + added.get("id").asString();
    assertThat(
            control.json("PATCH", path, "{\"obsolete\":true}").json().get("obsolete").asBoolean())
        .isTrue();
    assertThat(control.json("DELETE", path, "").status()).isEqualTo(204);
    assertThat(control.json("DELETE", path, "").status()).isEqualTo(404);
    String one = "/control/alm/features/" + feature;
    JsonNode renamed = control.json("PATCH", one, "{\"title\":\"Other\"}").json();
    assertThat(renamed.get("title").asString()).isEqualTo("Other");
    assertThat(control.json("DELETE", one, "").status()).isEqualTo(204);
    assertThat(world().tasks().select(project(), task -> task.features().contains(feature)))
        .isEmpty();
    assertThat(simulator.desk("alm").ledger().entries()).isEmpty();
  }

  @Test
  void generatesAProjectAndServesItFast() throws Exception {
    String body = "{\"features\":500,\"stories\":20000,\"project\":\"Big\"}";
    JsonNode made = control.json("POST", "/control/alm/generate", body).json();
    String id = made.get("projectId").asString();
    Call alm = new Call(simulator.url("alm")).login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    List<String> ids = new ArrayList<>();
    for (int offset = 0; ; offset += 500) {
      JsonNode page =
          alm.get(
                  "/api/calm-tasks/v1/tasks?type=CALMUS&limit=500&projectId="
                      + id
                      + "&offset="
                      + offset)
              .json();
      if (page.isEmpty()) {
        break;
      }
      page.forEach(one -> ids.add(one.get("id").asString()));
    }
    assertThat(ids).hasSize(20000).doesNotHaveDuplicates();
    JsonNode truth = control.get("/control/alm/truth?project=Big").json();
    assertThat(truth.get("storyItems")).hasSize(20000);
    assertThat(truth.get("features").asInt()).isEqualTo(500);
    assertThat(truth.get("hash").asString()).hasSize(64);
    assertThat(truth.at("/storyItems/0/parents")).hasSize(1);
  }

  @Test
  void letsATestEditWhileAClientReads() throws Exception {
    Call alm = new Call(simulator.url("alm")).login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    simulator
        .desk("alm")
        .requests()
        .whenArrived(one -> simulator.alm().edits().churn(project(), one.seq(), 1));
    String before = Truth.of(world(), project()).hash();
    alm.get("/api/calm-tasks/v1/tasks?projectId=" + project());
    assertThat(Truth.of(world(), project()).hash()).isNotEqualTo(before);
  }
}

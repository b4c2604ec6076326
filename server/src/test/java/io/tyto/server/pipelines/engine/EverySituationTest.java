package io.tyto.server.pipelines.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.engine.Scene.Start;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.TaskRunner;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever somebody does, and whatever breaks, in whatever situation: the run ends, or asks a
 * person. The situations are those that a task of each registered kind really comes into, with a
 * target in each mood; what happens then are all actions there are, and what befalls servers.
 */
class EverySituationTest {
  private static final String OTHER_PARAMETERS = "other parameters";

  static {
    ((Logger) LoggerFactory.getLogger("io.tyto")).setLevel(Level.OFF);
  }

  static List<String> kinds() {
    try (EngineRig rig = EngineRig.inMemory()) {
      return rig.beans(TaskRunner.class).stream().map(TaskRunner::kind).sorted().toList();
    }
  }

  private static Map<String, BiConsumer<Scene, RunView>> happenings() {
    Map<String, BiConsumer<Scene, RunView>> all = new LinkedHashMap<>();
    for (RunAction action : RunAction.values()) {
      all.put(action.word(), (scene, run) -> act(scene, run, action, "as it came", null));
    }
    all.put(
        "retry with again", (scene, run) -> act(scene, run, RunAction.RETRY, "not there", true));
    all.put("abort", (scene, run) -> scene.rig.bean(Runs.class).abort(run.id(), "no", scene.mara));
    all.put("promote again", Scene::promoteAgain);
    all.put("new version", Scene::newVersion);
    all.put(OTHER_PARAMETERS, (scene, run) -> change(scene));
    all.put("node lost", (scene, run) -> scene.rig.loseNode());
    return all;
  }

  private static void act(
      Scene scene, RunView run, RunAction action, String reason, @Nullable Boolean again) {
    scene.rig.act(
        run, "The task", action, new ActionOrder(reason, again, null, null, null), scene.mara);
  }

  private static void change(Scene scene) {
    Map<String, String> values = scene.rig.world.parameters;
    values.put("n", Integer.toString(Integer.parseInt(values.getOrDefault("n", "0")) + 1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void endsOrAsksAPerson(String kind) {
    assertThat(tried(kind)).isPositive();
  }

  /**
   * @return how many combinations were tried; what went wrong is thrown
   */
  static int tried(String kind) {
    int tried = 0;
    Set<Map<String, Integer>> known = new HashSet<>();
    for (EffectClass can : EffectClass.values()) {
      try (EngineRig rig = EngineRig.inMemory()) {
        Scene scene = scene(rig, kind, can);
        for (Start start : Start.all()) {
          Map<String, Integer> situations = scene.situations(start);
          if (known.add(situations)) {
            situations.forEach(
                (situation, turns) -> everythingHappens(scene, start, situation, turns));
            tried += situations.size() * happenings().size();
          }
        }
      }
    }
    return tried;
  }

  private static Scene scene(EngineRig rig, String kind, EffectClass can) {
    rig.world.target.effectClass = can;
    rig.world.target.pollsUntilDone = 2;
    return new Scene(rig, kind);
  }

  private static void everythingHappens(Scene scene, Start start, String situation, int turns) {
    List<String> names = new ArrayList<>(happenings().keySet());
    for (int i = 0; i < names.size(); i++) {
      String first = names.get(i);
      String second = names.get((i + turns + start.mood().ordinal()) % names.size());
      String what =
          "%s, %s, %s: %s, then %s".formatted(scene.kind, start, situation, first, second);
      RunView run = at(scene, start, turns);
      assertThat(scene.situation(run)).as(what).isEqualTo(situation);
      scene.allowing(() -> happenings().get(first).accept(scene, run));
      scene.turn();
      scene.allowing(() -> happenings().get(second).accept(scene, run));
      scene.rest();
      scene.endsOrAsks(run, what);
      scene.end(run);
      theNextOneGoesThrough(scene, what);
      boolean harmless = scene.rig.world.target.effectClass == EffectClass.IDEMPOTENT;
      boolean wanted =
          what.contains(OTHER_PARAMETERS) || what.contains("roll-back") || what.contains("again");
      scene.nothingTwice(what, harmless || wanted);
    }
  }

  private static RunView at(Scene scene, Start start, int turns) {
    RunView run = scene.begin(start);
    for (int turn = 0; turn < turns; turn++) {
      scene.turn();
    }
    return run;
  }

  /** Nothing was left behind that holds the system. */
  private static void theNextOneGoesThrough(Scene scene, String what) {
    RunView next = scene.begin(Start.PLAIN);
    scene.rest();
    scene.endsOrAsks(next, "the next one after " + what);
    scene.end(next);
  }

  /** Whoever adds a state, or a reason to wait, that no task here comes into, learns of it. */
  @Test
  void comesIntoEveryStateAndWaitsForEveryReason() {
    Set<String> seen = new TreeSet<>();
    Set<Map<String, Integer>> known = new HashSet<>();
    for (String kind : kinds()) {
      try (EngineRig rig = EngineRig.inMemory()) {
        Scene scene = scene(rig, kind, EffectClass.NEITHER);
        for (Start start : Start.all()) {
          Map<String, Integer> situations = scene.situations(start);
          situations.keySet().forEach(situation -> seen.add(kind + ' ' + situation));
          if (known.add(situations)) {
            situations.values().forEach(turns -> seen.addAll(after(scene, start, turns)));
          }
        }
      }
    }
    for (TaskState state : TaskState.values()) {
      assertThat(seen).as(state.name()).anyMatch(s -> s.contains(' ' + state.name()));
    }
    for (WaitReason reason : WaitReason.values()) {
      boolean held = reason == WaitReason.WINDOW;
      assertThat(seen.stream().anyMatch(s -> s.contains("for " + reason)))
          .as("%s: where no calendar is, nothing is held back", reason)
          .isEqualTo(!held);
    }
    assertThat(seen).anyMatch(s -> s.contains("asking"));
  }

  private static Set<String> after(Scene scene, Start start, int turns) {
    Set<String> seen = new HashSet<>();
    for (BiConsumer<Scene, RunView> happening : happenings().values()) {
      RunView run = at(scene, start, turns);
      scene.allowing(() -> happening.accept(scene, run));
      seen.add(scene.kind + ' ' + scene.situation(run));
      scene.end(run);
    }
    return seen;
  }

  /** On PostgreSQL, where the calendar is. */
  @ParameterizedTest
  @MethodSource("kinds")
  void goesOnByItselfWhenAFreezeIsOver(String kind) {
    try (EngineRig rig = new EngineRig()) {
      rig.world.target.pollsUntilDone = 2;
      Scene scene = new Scene(rig, kind);
      Map<String, Integer> situations = scene.situations(Start.PLAIN);
      situations.forEach((situation, turns) -> {
        String what = "%s %s: a freeze comes".formatted(kind, situation);
        RunView run = at(scene, Start.PLAIN, turns);
        freeze(scene);
        scene.rest();
        scene.endsOrAsks(run, what);
        scene.nothingTwice(what, false);
        scene.end(run);
      });
    }
  }

  private static void freeze(Scene scene) {
    LocalDateTime now = LocalDateTime.ofInstant(scene.rig.world.clock.instant(), ZoneOffset.UTC);
    scene
        .rig
        .bean(CalendarDesk.class)
        .create(
            scene.mara,
            new CalendarInput(
                CalendarEntry.Kind.FREEZE,
                "Close",
                "books",
                World.PROJECT.value(),
                "cpi-qa",
                null,
                "UTC",
                now.minusMinutes(1),
                now.plusHours(2),
                null,
                null));
  }
}

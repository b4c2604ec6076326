package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.RunView.TaskView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days of an engine from a seed: targets that lose answers and refuse, people who decide, retry,
 * skip and abort, kills in between. A failure replays from its seed.
 */
class SimulationTest {
  private static final int ITEMS = 6;
  private static final int STEPS = 60;
  private static final Next[] MOODS = {
    Next.WORK,
    Next.WORK,
    Next.WORK,
    Next.DO_AND_LOSE_ANSWER,
    Next.LOSE_BEFORE_DOING,
    Next.REFUSE,
    Next.UNREACHABLE,
    Next.THROW,
    Next.BE_KILLED_BEFORE,
    Next.BE_KILLED_AFTER
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void deploysNothingTwiceAndLeavesNothingStuck(long seed) {
    try (EngineRig rig = new EngineRig()) {
      Random random = new Random(seed);
      Actor dev = rig.world.person("dana", DEVELOPER);
      Actor manager = rig.world.person("mara", RELEASE_MANAGER);
      rig.world.target.pollsUntilDone = 2;
      rig.world.pipeline(
          Pipes.of(
              Pipes.task("Build", new TaskSpec.Build()),
              Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
              Pipes.parallel("Deploy QA", "both", Pipes.deploy("CPI-QA", false)),
              Pipes.parallel("Deploy DEV", "both", Pipes.deploy("CPI-PROD", false))));
      List<WorkItemId> items = new ArrayList<>();
      for (int i = 0; i < ITEMS; i++) {
        items.add(rig.world.item(World.artifact("Flow" + i, "1." + i, null)));
      }
      for (int i = 0; i < STEPS; i++) {
        if (random.nextInt(3) == 0) {
          rig.world.target.script.add(MOODS[random.nextInt(MOODS.length)]);
        }
        surviving(rig, () -> act(rig, random, items, dev, manager));
        surviving(rig, () -> rig.settle(Duration.ofSeconds(random.nextInt(20))));
      }
      rig.world.target.script.clear();
      surviving(rig, () -> rig.settle(Duration.ofHours(4)));
      verify(rig, items, dev);
    }
  }

  private static void surviving(EngineRig rig, Runnable what) {
    try {
      what.run();
    } catch (Killed gone) {
      rig.world.clock.advance(Duration.ofMinutes(3));
      rig.restart();
    }
  }

  private static void act(
      EngineRig rig, Random random, List<WorkItemId> items, Actor dev, Actor manager) {
    WorkItemId item = items.get(random.nextInt(items.size()));
    try {
      RunView run = rig.promote(item, dev);
      List<TaskView> tasks =
          rig.run(run.id(), manager).stages().stream()
              .flatMap(stage -> stage.tasks().stream())
              .filter(task -> !task.actions().isEmpty())
              .toList();
      if (random.nextInt(12) == 0) {
        rig.bean(Runs.class).abort(run.id(), "changed plans", dev);
      } else if (!tasks.isEmpty()) {
        TaskView task = tasks.get(random.nextInt(tasks.size()));
        String word = task.actions().get(random.nextInt(task.actions().size()));
        for (RunAction action : RunAction.values()) {
          if (action.word().equals(word)) {
            rig.act(run, task.name(), action, ActionOrder.because("as it came"), manager);
          }
        }
      }
    } catch (Refusal said) {
      assertThat(said.getMessage()).isNotBlank();
    }
  }

  private static void verify(EngineRig rig, List<WorkItemId> items, Actor dev) {
    Set<String> once = new HashSet<>();
    for (String entry : rig.world.target.ledger) {
      assertThat(once.add(entry)).as("twice: " + entry).isTrue();
    }
    assertThat(rig.world.target.mostAtOnceInOnePlace).isEqualTo(1);
    for (WorkItemId item : items) {
      rig.bean(RunStore.class)
          .latestRunOf(item)
          .map(run -> rig.run(run.id(), dev))
          .ifPresent(run ->
              assertThat(run.state())
                  .as("%s: %s", item.value(), run)
                  .isIn("WAITING", "FAILED", "COMPLETED", "ABORTED", "SUPERSEDED"));
    }
  }
}

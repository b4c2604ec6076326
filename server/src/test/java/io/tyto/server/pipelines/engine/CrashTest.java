package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Kills the engine before every single statement and around every commit of a journey, starts a
 * fresh one over the same database, and asks the target's own ledger.
 */
class CrashTest {
  /** One restart a point: {@code -Dtyto.crash.every=1} tries them all. */
  private static final int EVERY = Integer.getInteger("tyto.crash.every", 4);

  @Test
  void endsAsIfNothingHadHappenedWhereverItIsKilled() {
    try (EngineRig rig = new EngineRig()) {
      Actor dev = rig.world.person("dana", DEVELOPER);
      Actor manager = rig.world.person("mara", RELEASE_MANAGER);
      rig.world.pipeline(
          Pipes.of(
              Pipes.task("Build", new TaskSpec.Build()),
              Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
              Pipes.task("Deploy", Pipes.deploy("CPI-QA", true))));
      int point = 0;
      while (journey(rig, dev, manager, point)) {
        point += EVERY;
      }
      assertThat(point).as("crash points").isGreaterThan(100);
    }
  }

  /**
   * @return whether the kill switch fired
   */
  private static boolean journey(EngineRig rig, Actor dev, Actor manager, int point) {
    String name = "Flow" + point;
    WorkItemId item = rig.world.item(World.artifact(name, "1.0.0", null));
    boolean killed = false;
    rig.kill.killAfter(point);
    for (int attempt = 0; attempt < 4; attempt++) {
      try {
        drive(rig, item, dev, manager);
        break;
      } catch (Killed gone) {
        killed = true;
        rig.kill.disarm();
        rig.world.clock.advance(Duration.ofMinutes(5));
        rig.restart();
      }
    }
    rig.kill.disarm();
    RunHeader run = latest(rig, item).orElseThrow();
    RunView view = rig.run(run.id(), dev);
    assertThat(view.state()).as("killed at %d", point).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count("deploy " + name + " 1.0.0 at http://cpi-qa"))
        .as("deployments when killed at %d", point)
        .isEqualTo(1);
    assertThat(rig.task(view, "Approve").decisions()).hasSize(1);
    return killed;
  }

  private static Optional<RunHeader> latest(EngineRig rig, WorkItemId item) {
    return rig.bean(RunStore.class).latestRunOf(item);
  }

  /** What people do; each looks first and repeats what was not done. */
  private static void drive(EngineRig rig, WorkItemId item, Actor dev, Actor manager) {
    if (latest(rig, item).isEmpty()) {
      rig.bean(Promotions.class).start(Promotions.Order.of(item), dev);
    }
    rig.settle();
    RunView run = rig.run(latest(rig, item).orElseThrow().id(), dev);
    if (rig.task(run, "Approve").state().equals("WAITING")) {
      rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    }
    rig.settle();
  }
}

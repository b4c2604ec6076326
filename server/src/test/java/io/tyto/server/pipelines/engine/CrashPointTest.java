package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.KillSwitch.When;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Kills the engine before, after and once committed at every {@link CrashPoint}, and then again
 * while the next one recovers; the target's own ledger is the judge.
 */
class CrashPointTest {

  @Test
  void bringsEverythingToItsTargetOnceWhereverItDies() {
    assertThat(missed(List.of(CrashPoint.values()), 1)).as("never reached").isEmpty();
    System.out.printf(
        "R1: %d crash points with a death in recovery each: 0 lost, 0 double, 0 stuck%n",
        CrashPoint.values().length * When.values().length);
  }

  /**
   * Each point as often, and each time with another death in recovery.
   *
   * @return the points that were never reached; what went wrong is thrown
   */
  static List<String> missed(List<CrashPoint> points, int times) {
    List<String> missed = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      try (EngineRig rig = new EngineRig()) {
        Actor dev = rig.world.person("dana", DEVELOPER);
        Actor manager = rig.world.person("mara", RELEASE_MANAGER);
        rig.world.pipeline(
            Pipes.of(
                Pipes.task("Build", new TaskSpec.Build()),
                Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
                Pipes.task("Deploy", Pipes.deploy("CPI-QA", true))));
        for (CrashPoint point : points) {
          for (When when : When.values()) {
            if (!diesAndGoesOn(rig, dev, manager, point, when, 7 * round)) {
              missed.add(point + " " + when);
            }
          }
        }
      }
    }
    return missed;
  }

  private static boolean diesAndGoesOn(
      EngineRig rig, Actor dev, Actor manager, CrashPoint point, When when, int later) {
    String name = "Flow-" + point + "-" + when;
    WorkItemId item = rig.world.item(World.artifact(name, "1.0.0", null));
    rig.kill.killAt(point.sql, point.nth, when);
    if (point.ordinal() % 5 == 0) {
      rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    }
    boolean hit = false;
    for (int life = 0; life < 5; life++) {
      try {
        if (life > 0) {
          rig.kill.killAfter(life == 1 ? 4 + point.ordinal() + later : Integer.MAX_VALUE);
          rig.restart();
        }
        drive(rig, item, dev, manager);
        break;
      } catch (Killed gone) {
        hit |= life == 0;
        rig.kill.disarm();
        rig.world.clock.advance(Duration.ofMinutes(5));
      }
    }
    rig.kill.disarm();
    rig.world.target.script.clear();
    RunView view = rig.run(latest(rig, item).orElseThrow().id(), dev);
    assertThat(view.state()).as(name).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count("deploy " + name + " 1.0.0 at http://cpi-qa"))
        .as(name)
        .isEqualTo(1);
    assertThat(rig.task(view, "Approve").decisions()).as(name).hasSize(1);
    return hit;
  }

  private static Optional<RunHeader> latest(EngineRig rig, WorkItemId item) {
    return rig.bean(RunStore.class).latestRunOf(item);
  }

  /** What people do; each looks first and repeats what was not done. */
  private static void drive(EngineRig rig, WorkItemId item, Actor dev, Actor manager) {
    if (latest(rig, item).isEmpty()) {
      rig.promote(item, dev);
    }
    rig.settle();
    RunView run = rig.run(latest(rig, item).orElseThrow().id(), dev);
    if (rig.task(run, "Approve").state().equals("WAITING")) {
      rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    }
    rig.settle();
    if (rig.task(run, "Deploy").message().startsWith("Sent twice")) {
      // Both lives ended between the intent and the call, so a person is asked.
      rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.because("it is not there"), manager);
      rig.settle();
    }
  }
}

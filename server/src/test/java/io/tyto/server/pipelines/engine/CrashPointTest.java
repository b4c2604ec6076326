package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.engine.CrashJourney.Scene;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.KillSwitch.When;
import io.tyto.server.pipelines.rig.Killed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        Actor dana = rig.world.person("dana", DEVELOPER);
        Actor mara = rig.world.person("mara", RELEASE_MANAGER);
        Actor milo = rig.world.person("milo", RELEASE_MANAGER);
        for (CrashPoint point : points) {
          for (When when : When.values()) {
            String name = "Flow-" + point + "-" + when;
            rig.world.pipeline(point.journey.pipeline);
            Scene scene = new Scene(rig, name, dana, mara, milo);
            if (!diesAndGoesOn(scene, point, when, 7 * round)) {
              missed.add(point + " " + when);
            }
          }
        }
      }
    }
    return missed;
  }

  private static boolean diesAndGoesOn(Scene scene, CrashPoint point, When when, int later) {
    EngineRig rig = scene.rig;
    point.journey.prepare(scene);
    rig.kill.killAt(point.sql, point.nth, when);
    if (point.journey == CrashJourney.PROMOTION && point.ordinal() % 5 == 0) {
      rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    }
    boolean hit = false;
    for (int life = 0; life < 5; life++) {
      try {
        if (life > 0) {
          rig.kill.killAfter(life == 1 ? 4 + point.ordinal() + later : Integer.MAX_VALUE);
          rig.restart();
        }
        point.journey.drive(scene);
        break;
      } catch (Killed gone) {
        hit |= life == 0;
        rig.kill.disarm();
        rig.world.clock.advance(Duration.ofMinutes(5));
      }
    }
    rig.kill.disarm();
    rig.world.target.script.clear();
    rig.world.target.pollsUntilDone = 1;
    point.journey.check(scene);
    assertThat(scene.held()).as("systems that %s still holds", scene.name).isZero();
    return hit;
  }
}

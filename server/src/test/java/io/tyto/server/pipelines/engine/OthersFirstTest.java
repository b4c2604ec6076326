package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody works at the same content in the target, past Tyto. */
class OthersFirstTest extends OnARig {
  private static final String AT_QA = "deploy Orders 1.0.4 at http://cpi-qa";

  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);

  @BeforeEach
  void somebodyDeploysByHand() {
    rig.world.target.underWay = "Orders is being started, deployed by kim. Undeploy it.";
  }

  private RunView deploy(boolean backup) {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", backup))));
    return rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dana);
  }

  @Test
  void waitsForItSaysSoAndThenDeploysOnce() {
    RunView run = deploy(true);
    rig.settle(Duration.ofMinutes(5));
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("RUNNING");
    assertThat(rig.task(run, "Deploy").message()).contains("deployed by kim", "waited for");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.world.target.underWay = null;
    rig.settle();
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isOne();
  }

  @Test
  void looksLessAndLessOftenUntilItAsksAPerson() {
    List<Instant> looks = new ArrayList<>();
    rig.world.target.whileLooking = () -> looks.add(rig.world.clock.instant());
    RunView run = deploy(false);
    rig.settle(Duration.ofSeconds(1));
    assertThat(rig.task(run, "Deploy").message()).contains("deployed by kim", "waited for");
    rig.settle(Duration.ofHours(2));
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    List<Long> pauses = new ArrayList<>();
    for (int i = 1; i < looks.size(); i++) {
      pauses.add(Duration.between(looks.get(i - 1), looks.get(i)).toSeconds());
    }
    assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L, 300L, 300L);
  }

  @Test
  void asksAPersonAfterHalfAnHourAndFreesTheSystem() {
    RunView run = deploy(false);
    rig.settle(Duration.ofHours(1));
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    assertThat(rig.task(run, "Deploy").message()).contains("deployed by kim", "then Retry");
    rig.world.target.underWay = null;
    RunView other = rig.promote(rig.world.item(World.artifact("Stock", "1.0.0", null)), dana);
    rig.settle();
    assertThat(rig.run(other.id(), dana).state()).isEqualTo("COMPLETED");
    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.because("it is over"), mara);
    rig.settle();
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isOne();
  }

  @Test
  void deploysOverWhatHangsThereSinceOurOwnCallWhenAPersonSaysSo() {
    rig.world.target.underWay = null;
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deploy(false);
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    rig.world.target.underWay = "Orders is being started, deployed by tyto.";
    ActionOrder over = new ActionOrder("it hangs there", true, null, null, null);
    rig.act(run, "Deploy", RunAction.RETRY, over, mara);
    rig.settle();
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(2);
  }

  @Test
  void sendsNothingAfterAnAbort() {
    RunView run = deploy(false);
    rig.settle(Duration.ofMinutes(5));
    rig.bean(Runs.class).abort(run.id(), "changed plans", mara);
    rig.world.target.underWay = null;
    rig.settle();
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("ABORTED");
    assertThat(rig.world.target.ledger).isEmpty();
  }
}

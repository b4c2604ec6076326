package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes on at a target after its run was aborted. */
class AfterAbortTest extends OnARig {
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);

  private RunView deploy(String name) {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    return rig.promote(rig.world.item(World.artifact(name, "1.0.4", null)), dana);
  }

  private void abort(RunView run) {
    rig.bean(Runs.class).abort(run.id(), "changed plans", mara);
  }

  private String said(RunView run) {
    return rig.task(run, "Deploy").message();
  }

  @Test
  void saysThatTheTargetStillWorksAndThenHowItEnded() {
    rig.world.target.pollsUntilDone = 20;
    RunView run = deploy("Orders");
    rig.settle(Duration.ofSeconds(10));
    abort(run);
    assertThat(said(run)).startsWith("Aborted by mara").contains("watched until it is over");
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("ABORTED");
    assertThat(said(run)).startsWith("Aborted by mara").contains("over since. Done at the target.");
  }

  @Test
  void saysThatNobodyCanTellHowItEnded() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deploy("Orders");
    rig.settle(Duration.ZERO);
    abort(run);
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("ABORTED");
    assertThat(said(run)).contains("over since", "cannot tell whether it happened");
  }

  @Test
  void freesTheSystemAtOnceWhereNothingWasSentYet() {
    Fault pause =
        new Fault(
            Fault.Kind.TOO_MANY_REQUESTS, "Ask in an hour", Duration.ofMinutes(50), null, null);
    rig.world.target.answers.add(new Progress.Broken(pause));
    RunView first = deploy("Orders");
    rig.settle(Duration.ofMinutes(1));
    RunView second = deploy("Stock");
    rig.settle(Duration.ofMinutes(1));
    assertThat(rig.task(second, "Deploy").waitingFor()).isEqualTo("environment");
    abort(first);
    rig.settle(Duration.ofMinutes(1));
    assertThat(rig.run(second.id(), dana).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count("deploy Orders 1.0.4 at http://cpi-qa")).isZero();
  }
}

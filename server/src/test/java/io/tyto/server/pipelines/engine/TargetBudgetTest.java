package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.trace.TargetFaults;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A target that never answers is not tried for ever, by however many runs. */
class TargetBudgetTest extends OnARig {
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);
  private int flows;

  private RunView deploy(String environment) {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy(environment, false))));
    return rig.promote(rig.world.item(World.artifact("Flow" + ++flows, "1.0.0", null)), dana);
  }

  private void silent(int faults) {
    rig.world.target.script.clear();
    for (int i = 0; i < faults; i++) {
      rig.world.target.script.add(Next.UNREACHABLE);
    }
  }

  private String message(RunView run) {
    return rig.task(run, "Deploy").message();
  }

  private void retry(RunView run) {
    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.because("mended"), mara);
    rig.settle(Duration.ofHours(1));
  }

  /** Two deployments that were given up, and a third one that was not tried. */
  private RunView usedUp() {
    silent(1_000);
    deploy("CPI-QA");
    deploy("CPI-QA");
    rig.settle(Duration.ofHours(1));
    int tried = rig.world.target.script.size();
    RunView third = deploy("CPI-QA");
    rig.settle(Duration.ofHours(1));
    assertThat(rig.world.target.script).as("attempts left").hasSize(tried);
    return third;
  }

  @Test
  void asksAPersonInsteadOfTryingWhatNeverAnswersAndGoesOnElsewhere() {
    RunView third = usedUp();
    assertThat(rig.task(third, "Deploy").state()).isEqualTo("BROKEN");
    assertThat(message(third)).contains("CPI-QA", "24 times in a row", "Nothing was sent", "Retry");
    rig.world.target.script.clear();
    RunView elsewhere = deploy("CPI-PROD");
    rig.settle();
    assertThat(rig.run(elsewhere.id(), dana).state()).isEqualTo("COMPLETED");
  }

  @Test
  void triesOnceWhenAPersonRetriesAndForgetsAllAtTheFirstAnswer() {
    RunView third = usedUp();
    silent(1);
    retry(third);
    assertThat(rig.world.target.script).as("one more attempt").isEmpty();
    assertThat(rig.task(third, "Deploy").state()).isEqualTo("BROKEN");
    retry(third);
    assertThat(rig.run(third.id(), dana).state()).isEqualTo("COMPLETED");
    silent(TargetFaults.MOST / 2 - 2);
    RunView next = deploy("CPI-QA");
    rig.settle(Duration.ofHours(1));
    assertThat(rig.run(next.id(), dana).state()).as("all forgotten").isEqualTo("COMPLETED");
  }

  @Test
  void stillAsksWhatBecameOfWhatWasSent() {
    for (int i = 1; i < TargetFaults.MOST; i++) {
      rig.bean(TargetFaults.class).count(new EnvironmentId("cpi-qa"));
    }
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deploy("CPI-QA");
    rig.settle();
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }
}

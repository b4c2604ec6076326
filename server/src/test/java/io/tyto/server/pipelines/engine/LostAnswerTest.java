package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostAnswerTest extends OnARig {
  private static final String AT_QA = "deploy Orders 1.0.4 at http://cpi-qa";

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);

  private RunView deployTo(String environment) {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy(environment, false))));
    return rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
  }

  @Test
  void findsOutThatItHappenedAndDoesNotRepeatIt() {
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void sendsOnceMoreWhenTheTargetSaysThatItDidNotHappen() {
    rig.world.target.script.add(Next.LOSE_BEFORE_DOING);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void stopsAtAPersonWhenItDidNotHappenTwice() {
    rig.world.target.script.add(Next.LOSE_BEFORE_DOING);
    rig.world.target.script.add(Next.LOSE_BEFORE_DOING);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    assertThat(rig.task(run, "Deploy").message()).contains("Sent twice");
    assertThat(rig.world.target.ledger).isEmpty();
  }

  @Test
  void asksTheTargetWhenTheConnectorThrows() {
    rig.world.target.script.add(Next.THROW);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void triesAgainByItselfWhatWasNeverSent() {
    rig.world.target.script.add(Next.UNREACHABLE);
    rig.world.target.script.add(Next.UNREACHABLE);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void givesUpAfterManyAttemptsToReachTheTarget() {
    for (int i = 0; i < 30; i++) {
      rig.world.target.script.add(Next.UNREACHABLE);
    }
    RunView run = deployTo("CPI-QA");
    rig.settle(Duration.ofHours(1));
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    assertThat(rig.task(run, "Deploy").message()).contains("No route");
    rig.world.target.script.clear();
    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void stopsAtAPersonWithEvidenceWhenTheTargetCannotTell() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    var task = rig.task(run, "Deploy");
    assertThat(task.state()).isEqualTo("BROKEN");
    assertThat(task.evidence()).extracting("name").contains("why.txt");
    assertThat(rig.task(run, "Deploy", dev).asks())
        .isEqualTo(new RunView.Asks(List.of(), false, true, false, false, List.of(), null));
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);

    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.because("the network is back"), dev);
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    assertThat(rig.world.target.count(AT_QA)).as("a retry only asks").isEqualTo(1);

    assertThatThrownBy(() -> rig.act(run, "Deploy", RunAction.RETRY, once(null), dev))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(RunRefusal.REASON_REQUIRED));
    rig.act(run, "Deploy", RunAction.RETRY, once("not in the import history"), dev);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(2);
    assertThat(rig.run(run.id(), dev).bypasses()).hasSize(1);
  }

  @Test
  void takesASecondPersonToImportOnceMoreIntoProduction() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deployTo("CPI-PROD");
    rig.settle();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> rig.act(run, "Deploy", RunAction.RETRY, once("gone"), dev))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED));
    }
    rig.settle();
    assertThat(rig.world.target.ledger).hasSize(1);
    rig.act(run, "Deploy", RunAction.RETRY, once("seen it too"), manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.run(run.id(), dev).bypasses().getFirst().confirmedBy()).isEqualTo("mara");
  }

  @Test
  void marksDoneWhatAPersonFoundAtTheTargetAndNeverSendsItAgain() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = deployTo("CPI-QA");
    rig.settle();
    rig.act(run, "Deploy", RunAction.MARK_DONE, ActionOrder.because("it is there"), dev);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");

    WorkItemId sharing = rig.world.item(World.artifact("Orders", "1.0.4", null));
    RunView second = rig.promote(sharing, dev);
    rig.settle();
    assertThat(rig.run(second.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Next.class,
      names = {"BE_KILLED_BEFORE", "BE_KILLED_AFTER"})
  void clearsUpWhatAKilledServerWasSending(Next when) {
    rig.world.target.script.add(when);
    RunView run = deployTo("CPI-QA");
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    rig.world.clock.advance(Duration.ofMinutes(5));
    rig.restart();
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void leavesAnImportOfAKilledServerToAPersonWhenNobodyCanTell() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.BE_KILLED_AFTER);
    RunView run = deployTo("CPI-QA");
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    rig.world.clock.advance(Duration.ofMinutes(5));
    rig.restart();
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void freesTheSystemWhenNobodyCanTellHowAnAbortedRunEnded() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.BE_KILLED_AFTER);
    RunView run = deployTo("CPI-QA");
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    rig.bean(Runs.class).abort(run.id(), "changed plans", dev);
    rig.world.clock.advance(Duration.ofMinutes(5));
    rig.restart();
    rig.settle();
    RunView next = rig.promote(rig.world.item(World.artifact("Invoices", "1.0.0", null)), dev);
    rig.settle();
    assertThat(rig.run(next.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("ABORTED");
    assertThat(rig.task(run, "Deploy").evidence()).extracting("name").contains("why.txt");
  }

  /** Found by simulated days, seed 607336: the note said other values than the target got. */
  @Test
  void sendsNothingWhenAParameterChangesAfterTheLookAndBeforeTheCall() {
    rig.world.target.whileLooking = () -> rig.world.parameters.put("receiver", "elsewhere");
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle();
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.world.target.ledger).isEmpty();
    assertThat(rig.task(run, "Approve (again)").state()).isEqualTo("WAITING");
    rig.act(run, "Approve (again)", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  private static ActionOrder once(String reason) {
    return new ActionOrder(reason, true, null, null, null);
  }
}

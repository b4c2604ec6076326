package io.tyto.server.pipelines.museum;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.engine.EffectTurn;
import io.tyto.server.pipelines.engine.RunTurn;
import io.tyto.server.pipelines.engine.Sweeper;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In the order in which we learnt of them. 9 goes on in {@link TwoSchedulersMuseumTest}, 19 is
 * played by {@link UpgradeMuseumTest}, 15 and 20 by {@link ServerMuseumTest}.
 */
@Timeout(120)
class MuseumTest {
  private static final ActionOrder BECAUSE = ActionOrder.because("as it came");

  private final EngineRig rig = EngineRig.withAConnectionEach();
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);
  private int flows;

  @AfterEach
  void close() {
    rig.close();
  }

  private RunView promoted(Task... tasks) {
    rig.world.pipeline(Pipes.of(tasks));
    return rig.promote(rig.world.item(World.artifact("Flow" + ++flows, "1.0.0", null)), dana);
  }

  private RunView deploying() {
    return promoted(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
  }

  private static Task approval() {
    return Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1));
  }

  private String state(RunView run) {
    return rig.run(run.id(), dana).state();
  }

  private String abort(RunView run) {
    return rig.bean(Runs.class).abort(run.id(), "changed plans", mara).state();
  }

  /** Turns until the deployment of that run has come so far. */
  private Effect deployment(RunView run, EffectOutcome outcome) {
    for (int i = 0; i < 100; i++) {
      var found =
          rig.bean(RunStore.class).find(run.id()).orElseThrow().effects().stream()
              .filter(e -> e.kind() == EffectKind.DEPLOY && e.outcome() == outcome)
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      assertThat(rig.step(rig.world.clock.instant().plusSeconds(60))).isTrue();
    }
    throw new AssertionError("Never " + outcome);
  }

  private JdbcClient sql() {
    return JdbcClient.create(rig.database());
  }

  /** 1: a lock went missing with a flag, and two nodes ran the same deployment at once. */
  @Test
  void keepsTwoDeploymentsApartByAConstraintThatNobodyCanForget() {
    rig.world.target.pollsUntilDone = 50;
    RunView first = deploying();
    RunView second = deploying();
    deployment(first, EffectOutcome.WORKING);
    deployment(second, EffectOutcome.NONE);
    JdbcClient sql = sql();
    assertThatThrownBy(
            () -> sql.sql("UPDATE effect SET holding = true WHERE busy_key IS NOT NULL").update())
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 2: a worker lost its network, its work was given to another, and both did it. */
  @Test
  void takesNoWordFromAWorkerWhoseWorkWasGivenToAnother() {
    RunView run = deploying();
    EffectStore effects = rig.bean(EffectStore.class);
    Effect lost = effects.take(deployment(run, EffectOutcome.NONE).id()).orElseThrow();
    Effect taken = effects.take(lost.id()).orElseThrow();
    assertThat(effects.claim(lost)).isFalse();
    assertThat(effects.write(lost.sending("", rig.world.clock.instant()), null)).isFalse();
    assertThat(effects.claim(taken)).isTrue();
    rig.loseNode();
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 3: a slow handler was called again and put a finished pipeline back to running. */
  @Test
  void leavesWhatHasEndedAloneWhoeverComesLate() {
    RunView run = deploying();
    Effect before = deployment(run, EffectOutcome.NONE);
    rig.settle();
    assertThat(rig.bean(EffectTurn.class).take(before.id())).isEmpty();
    rig.bean(RunTurn.class).take(run.id());
    rig.settle();
    assertThat(rig.bean(EffectStore.class).write(before, null)).isFalse();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 4: a message was deleted by the acknowledgement of another, and runs hung with no way out. */
  @Test
  void findsWhatIsOpenWhenEveryWakeUpIsGone() {
    RunView run = deploying();
    for (int turns = 0; turns < 8; turns++) {
      for (int i = 0; i < turns; i++) {
        rig.step(rig.world.clock.instant().plusSeconds(60));
      }
      rig.loseNode();
    }
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  /** 5: slots of a counter leaked when a worker died, until nothing ran any more. */
  @Test
  void countsNothingThatCouldLeak() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.BE_KILLED_AFTER);
    RunView dead = deploying();
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    rig.loseNode();
    rig.settle();
    assertThat(state(dead)).isEqualTo("FAILED");
    assertThat(abort(dead)).isEqualTo("ABORTED");
    RunView next = deploying();
    rig.settle();
    assertThat(state(next)).isEqualTo("COMPLETED");
  }

  /** 6: after a restart a lock belonged to nobody; who waited for it could not be stopped. */
  @Test
  void stopsAtOnceWhatWaitsForABusySystemAlsoAfterARestart() {
    rig.world.target.pollsUntilDone = 50;
    RunView first = deploying();
    RunView second = deploying();
    deployment(first, EffectOutcome.WORKING);
    rig.settle(Duration.ofSeconds(5));
    rig.restart();
    assertThat(rig.task(second, "Deploy").waitingFor()).isEqualTo("environment");
    assertThat(abort(second)).isEqualTo("ABORTED");
    rig.loseNode();
    rig.settle();
    assertThat(state(first)).isEqualTo("COMPLETED");
  }

  /** 7: a closing window left an operation "terminating" until it opened again. */
  @Test
  void abortsWhatAFreezeHoldsBackAlsoAfterACrash() {
    LocalDateTime from = LocalDateTime.parse("2026-11-20T18:00");
    rig.bean(CalendarDesk.class)
        .create(
            mara,
            new CalendarInput(
                CalendarEntry.Kind.FREEZE,
                "Close",
                "books",
                World.PROJECT.value(),
                "cpi-qa",
                null,
                "UTC",
                from,
                from.plusDays(5),
                null,
                null));
    RunView run = deploying();
    rig.settle(Duration.ofMinutes(1));
    rig.restart();
    assertThat(rig.task(run, "Deploy").waitingFor()).isEqualTo("window");
    assertThat(abort(run)).isEqualTo("ABORTED");
    rig.settle(Duration.ofDays(10));
    assertThat(rig.world.target.ledger).isEmpty();
  }

  /** 8: a build that was paused, starting or recovering could not be brought to an end. */
  @Test
  void abortsAfterEveryTurn() {
    boolean over = false;
    for (int turns = 0; !over; turns++) {
      assertThat(turns).isLessThan(50);
      RunView run = deploying();
      for (int i = 0; i < turns; i++) {
        rig.step(rig.world.clock.instant().plusSeconds(60));
      }
      over = state(run).equals("COMPLETED");
      if (!over) {
        assertThat(abort(run)).isEqualTo("ABORTED");
        rig.settle();
        assertThat(state(run)).isEqualTo("ABORTED");
      }
    }
  }

  /** 9: after an outage both nodes recovered the same work. */
  @Test
  void clearsUpOnceWhenTwoRecoverTheSameWork() {
    rig.world.target.script.add(Next.BE_KILLED_BEFORE);
    RunView run = deploying();
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    Effect sent = deployment(run, EffectOutcome.SENT);
    rig.world.clock.advance(Duration.ofMinutes(3));
    EffectTurn turn = rig.bean(EffectTurn.class);
    CompletableFuture<?> other = CompletableFuture.supplyAsync(() -> turn.take(sent.id()));
    turn.take(sent.id());
    other.join();
    rig.loseNode();
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 10: the scheduler stopped for good after the database had been away. */
  @Test
  void goesOnWithTheSameEngineWhenTheDatabaseIsBack() {
    RunView run = deploying();
    for (int statements = 3; statements < 60; statements += 4) {
      rig.kill.killAfter(statements);
      try {
        rig.settle();
      } catch (Killed cut) {
        rig.kill.disarm();
        rig.loseNode();
      }
    }
    rig.kill.disarm();
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 11: a call took longer than the lock on its job, and was made again, and again. */
  @Test
  void startsOnceAndPollsWhatTakesAnHour() {
    rig.world.target.pollsUntilDone = 1_800;
    RunView run = deploying();
    deployment(run, EffectOutcome.WORKING);
    rig.settle(Duration.ofHours(2));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 12: operations that had ended still held what they deployed. */
  @Test
  void holdsNothingAfterItsEnd() {
    for (Next how : List.of(Next.WORK, Next.REFUSE, Next.DO_AND_LOSE_ANSWER, Next.UNREACHABLE)) {
      rig.world.target.script.add(how);
      deploying();
      rig.settle(Duration.ofHours(3));
    }
    assertThat(sql().sql("SELECT count(*) FROM effect WHERE holding").query(Long.class).single())
        .isZero();
  }

  /** 13: an approval was stored and nobody acted on it; the next stage ran as somebody else. */
  @Test
  void actsOnAnApprovalWhenTheServerDiesRightAfterIt() {
    RunView run = promoted(approval(), Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    rig.settle();
    rig.act(run, "Approve", RunAction.APPROVE, BECAUSE, mara);
    rig.restart();
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.run(run.id(), dana).startedBy()).isEqualTo("dana");
    assertThat(rig.task(run, "Approve").decisions()).extracting("by").containsExactly("mara");
  }

  /** 14: an approval was tied to an id, and what was behind the id changed. */
  @Test
  void asksAgainWhenWhatWasApprovedIsNoLongerThat() {
    RunView run =
        promoted(
            approval(),
            Pipes.task("Hold", new TaskSpec.Manual(List.of(), "Hold", false, List.of())),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    rig.settle();
    rig.act(run, "Approve", RunAction.APPROVE, BECAUSE, mara);
    rig.settle();
    rig.world.parameters.put("receiver", "http://elsewhere");
    rig.act(run, "Hold", RunAction.COMPLETE, BECAUSE, mara);
    rig.settle();
    assertThat(rig.world.target.ledger).isEmpty();
    assertThat(rig.task(run, "Approve (again)").state()).isEqualTo("WAITING");
  }

  /** 16: the clean-up of zombies itself ran twice and killed a healthy run. */
  @Test
  void doesNoHarmWhenItLooksForLostWorkTooOften() {
    rig.world.target.pollsUntilDone = 5;
    RunView run = deploying();
    Effect working = deployment(run, EffectOutcome.WORKING);
    for (int i = 0; i < 5; i++) {
      rig.world.clock.advance(Duration.ofSeconds(30));
      rig.bean(Sweeper.class).sweep();
      rig.bean(EffectTurn.class).take(working.id());
      rig.bean(RunTurn.class).take(run.id());
    }
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /**
   * 17: "uploaded" was not there, a time-out was called a failure, a side channel broke the run.
   */
  @Test
  void asksTheTargetInsteadOfGuessingAndFailsForNoSideChannel() {
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run =
        promoted(
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)),
            Pipes.task("Status", new TaskSpec.AlmStatus("Deployed", "Done")),
            Pipes.task("Tell", new TaskSpec.Notify(List.of("user:nobody"), "Done")));
    rig.settle();
    assertThat(rig.task(run, "Status").message()).contains("the other side refused");
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
    rig.world.target.answers.add(
        new Progress.Working(new Handle("upload"), Duration.ofSeconds(2), "Uploaded"));
    rig.world.target.polled.add(
        () -> new Progress.Refused("404", "It was taken, and is not there.", List.of()));
    RunView gone = deploying();
    rig.settle();
    assertThat(rig.task(gone, "Deploy").state()).isEqualTo("REFUSED");
    assertThat(state(gone)).isEqualTo("FAILED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  /** 18: a run was cancelled in mid-deployment, and the next ones met a locked target. */
  @Test
  void letsTheTargetComeToRestBeforeTheNextOneGoes() {
    rig.world.target.pollsUntilDone = 20;
    RunView first = deploying();
    deployment(first, EffectOutcome.WORKING);
    assertThat(abort(first)).isEqualTo("ABORTED");
    RunView second = deploying();
    rig.settle(Duration.ofSeconds(10));
    assertThat(rig.world.target.ledger).hasSize(1);
    rig.settle();
    assertThat(state(second)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.mostAtOnceInOnePlace).isEqualTo(1);
  }
}

package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last questions before anything is sent: is it still wanted, still approved, its turn? */
class QueueTest extends OnARig {
  private static final List<String> MANAGER = List.of("role:release-manager");

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);

  private RunView promoted(Deliverable... deliverables) {
    return rig.promote(rig.world.item(deliverables), dev);
  }

  private RunView promoted(String artifact) {
    return promoted(World.artifact(artifact, "1", null));
  }

  private void pipeline(Task... tasks) {
    rig.world.pipeline(Pipes.of(tasks));
  }

  private void deploying() {
    pipeline(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
  }

  private String state(RunView run) {
    return rig.run(run.id(), dev).state();
  }

  private List<Effect> deployments(RunView run) {
    return rig.bean(RunStore.class).find(run.id()).orElseThrow().effects().stream()
        .filter(effect -> effect.kind() == EffectKind.DEPLOY)
        .toList();
  }

  private void working(Duration howLong) {
    rig.world.target.answers.add(
        new Progress.Working(new Handle("job" + howLong), howLong, "Importing"));
  }

  @Test
  void tellsWhoIsAheadNow() {
    deploying();
    working(Duration.ofMinutes(20));
    working(Duration.ofMinutes(60));
    RunView first = promoted("A");
    RunView second = promoted("B");
    RunView third = promoted("C");
    rig.settle(Duration.ofMinutes(1));
    assertThat(rig.task(third, "Deploy").message())
        .isEqualTo("The target is busy with BHA-1 (run %s).".formatted(first.id()));
    rig.settle(Duration.ofMinutes(24));
    assertThat(rig.task(first, "Deploy").state()).isEqualTo("DONE");
    assertThat(rig.task(second, "Deploy").state()).isEqualTo("RUNNING");
    rig.settle(Duration.ofMinutes(20));
    assertThat(rig.task(third, "Deploy").message())
        .isEqualTo("The target is busy with BHA-2 (run %s).".formatted(second.id()));
    rig.settle(Duration.ofHours(2));
    assertThat(state(third)).isEqualTo("COMPLETED");
  }

  @Test
  void servesTheNextOneAtOnceWhenAPersonGivesUpTheOneAhead() {
    deploying();
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView lost = promoted("A");
    rig.settle();
    RunView next = promoted("B");
    rig.settle(Duration.ofMinutes(1));
    assertThat(rig.task(next, "Deploy").waitingFor()).isEqualTo("environment");
    rig.act(lost, "Deploy", RunAction.SKIP, ActionOrder.because("not today"), dev);
    rig.settle(Duration.ofMinutes(1));
    assertThat(state(next)).isEqualTo("COMPLETED");
  }

  @Test
  void leavesTheQueueWithItsRun() {
    deploying();
    working(Duration.ofMinutes(20));
    RunView first = promoted("A");
    RunView second = promoted("B");
    rig.settle(Duration.ofMinutes(1));
    assertThat(state(second)).isEqualTo("WAITING");
    rig.bean(Runs.class).abort(second.id(), "changed plans", dev);
    assertThat(deployments(second))
        .extracting(Effect::outcome)
        .containsExactly(EffectOutcome.DROPPED);
    rig.settle(Duration.ofHours(1));
    assertThat(state(first)).isEqualTo("COMPLETED");
    assertThat(state(second)).isEqualTo("ABORTED");
  }

  @Test
  void sendsNothingForARunThatWasAbortedBetweenTwoAttempts() {
    deploying();
    rig.world.target.script.add(Next.UNREACHABLE);
    RunView run = promoted("A");
    rig.settle(Duration.ZERO);
    rig.bean(Runs.class).abort(run.id(), "changed plans", dev);
    RunView next = promoted("B");
    rig.settle();
    assertThat(deployments(run))
        .singleElement()
        .satisfies(effect -> {
          assertThat(effect.outcome()).isEqualTo(EffectOutcome.DROPPED);
          assertThat(effect.code()).isEqualTo("not-wanted");
        });
    assertThat(rig.world.target.ledger).containsExactly("deploy B 1 at http://cpi-qa");
    assertThat(state(next)).isEqualTo("COMPLETED");
  }

  @Test
  void asksForApprovalAgainWhenItLapsesBetweenTwoAttempts() {
    pipeline(
        Pipes.task("Approve", Pipes.approve(MANAGER, 1)),
        Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    rig.world.target.script.add(Next.UNREACHABLE);
    RunView run = promoted(World.artifact("A", "1", null), World.artifact("B", "1", null));
    rig.settle();
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle(Duration.ZERO);
    rig.world.parameters.put("receiver", "http://elsewhere");
    rig.settle();
    assertThat(rig.world.target.ledger).isEmpty();
    assertThat(deployments(run))
        .extracting(Effect::outcome)
        .containsExactly(EffectOutcome.DROPPED, EffectOutcome.DROPPED);
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("READY");
    assertThat(rig.world.audited).anyMatch(line -> line.contains("approval-lapsed"));
    rig.act(run, "Approve (again)", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.world.target.ledger)
        .containsExactly("deploy A 1 at http://cpi-qa", "deploy B 1 at http://cpi-qa");
  }

  @Test
  void asksForApprovalAgainAtOnceWhenItLapsesInTheQueue() {
    pipeline(
        Pipes.task("Approve", Pipes.approve(MANAGER, 1)),
        Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    working(Duration.ofMinutes(20));
    RunView working = promoted("A");
    RunView queued = promoted("B");
    for (RunView run : List.of(working, queued)) {
      rig.settle(Duration.ofSeconds(10));
      rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    }
    rig.settle(Duration.ofSeconds(10));
    assertThat(rig.task(queued, "Deploy").waitingFor()).isEqualTo("environment");
    rig.world.parameters.put("receiver", "http://elsewhere");
    rig.bean(EffectTurn.class).take(deployments(queued).getFirst().id());
    rig.settle(Duration.ofSeconds(10));
    assertThat(deployments(queued))
        .extracting(Effect::outcome)
        .containsExactly(EffectOutcome.DROPPED);
    assertThat(rig.task(queued, "Approve (again)").waitingFor()).isEqualTo("approval");
    rig.act(queued, "Approve (again)", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle(Duration.ofHours(1));
    assertThat(state(queued)).isEqualTo("COMPLETED");
  }

  @Test
  void asksForAllApprovalsAgainBeforeTheWholeGroup() {
    pipeline(
        Pipes.task("First", Pipes.approve(MANAGER, 1)),
        Pipes.task("Second", Pipes.approve(MANAGER, 1)),
        Pipes.task("Hold", new TaskSpec.Manual(List.of(), "Hold", false, List.of())),
        Pipes.parallel("Left", "both", Pipes.deploy("CPI-PROD", false)),
        Pipes.parallel("Right", "both", Pipes.deploy("CPI-QA", false)));
    RunView run = promoted("A");
    rig.settle();
    for (String approval : List.of("First", "Second")) {
      rig.act(run, approval, RunAction.APPROVE, ActionOrder.NONE, manager);
      rig.settle();
    }
    rig.world.parameters.put("receiver", "http://elsewhere");
    rig.act(run, "Hold", RunAction.COMPLETE, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(names(run)).startsWith("First", "Second", "Hold", "First (again)");
    assertThat(names(run)).endsWith("Left", "Right");
    assertThat(names(run)).contains("Second (again)");
    assertThat(rig.task(run, "Left").message()).contains("asked for again");
    assertThat(rig.world.target.ledger).isEmpty();
    for (String approval : names(run).subList(3, names(run).size() - 2)) {
      rig.act(run, approval, RunAction.APPROVE, ActionOrder.NONE, manager);
      rig.settle();
    }
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(2);
  }

  private List<String> names(RunView run) {
    return rig.run(run.id(), dev).stages().getFirst().tasks().stream()
        .map(RunView.TaskView::name)
        .toList();
  }

  @Test
  void beginsARetriedCallOnlyAfterItsTaskHasBegunAgain() {
    deploying();
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = promoted("A");
    rig.settle();
    ActionOrder again = new ActionOrder("not in the history", true, null, null, null);
    rig.act(run, "Deploy", RunAction.RETRY, again, dev);
    String effect = deployments(run).getFirst().id();
    assertThat(rig.bean(EffectTurn.class).take(effect)).contains(Duration.ofSeconds(1));
    assertThat(rig.world.target.ledger).hasSize(1);
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(2);
  }

  @Test
  void bringsTheSameOnlyOnceWhenTwoRunsWaitForTheSystemAtTheSameTime() {
    deploying();
    RunView first = promoted("A");
    RunView second = promoted("A");
    rig.settle(Duration.ofHours(1));
    assertThat(deployments(second))
        .extracting(Effect::code, Effect::outcome)
        .containsExactly(tuple("already-there", EffectOutcome.DROPPED));
    assertThat(List.of(state(first), state(second))).containsOnly("COMPLETED");
    assertThat(rig.world.target.ledger).containsExactly("deploy A 1 at http://cpi-qa");
  }

  @Test
  void sendsNothingMoreOfATaskAfterSomethingOfItFailed() {
    deploying();
    rig.world.target.script.add(Next.REFUSE);
    RunView run = promoted(World.artifact("A", "1", null), World.artifact("B", "1", null));
    Instant latest = rig.world.clock.instant().plus(Duration.ofMinutes(1));
    while (deployments(run).isEmpty()
        || deployments(run).getFirst().outcome() != EffectOutcome.REFUSED) {
      assertThat(rig.step(latest)).isTrue();
    }
    rig.bean(EffectTurn.class).take(deployments(run).getLast().id());
    rig.settle();
    assertThat(deployments(run))
        .extracting(Effect::outcome)
        .containsExactly(EffectOutcome.REFUSED, EffectOutcome.DROPPED);
    assertThat(rig.world.target.ledger).isEmpty();
    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(2);
  }

  @Test
  void wantsAnotherTurnOfTheRunWhenItsCallHasEnded() {
    deploying();
    working(Duration.ofMinutes(1));
    RunView run = promoted("A");
    rig.settle(Duration.ofSeconds(1));
    RunStore runs = rig.bean(RunStore.class);
    long before = runs.wanted(run.id());
    rig.bean(EffectTurn.class).take(deployments(run).getFirst().id());
    assertThat(deployments(run).getFirst().outcome()).isEqualTo(EffectOutcome.DONE);
    assertThat(runs.wanted(run.id())).isGreaterThan(before);
  }

  @Test
  void wantsAnotherTurnOfTheRunWhenItsCallNeedsAPerson() {
    deploying();
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = promoted("A");
    rig.settle(Duration.ZERO);
    RunStore runs = rig.bean(RunStore.class);
    long before = runs.wanted(run.id());
    rig.bean(EffectTurn.class).take(deployments(run).getFirst().id());
    assertThat(deployments(run).getFirst().needsPerson()).isTrue();
    assertThat(runs.wanted(run.id())).isGreaterThan(before);
  }

  @Test
  void passesWhatDoesNotApplyAndTellsOutsideWhatWasDeployed() {
    pipeline(
        Pipes.task("Release", new TaskSpec.ReleaseTransport(null, null)),
        Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    RunView run = promoted("A");
    rig.settle();
    assertThat(rig.task(run, "Release").state()).isEqualTo("NOT_APPLICABLE");
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.told).filteredOn(told -> told.toString().contains("Deploy: ")).hasSize(1);
    assertThat(rig.world.told).noneMatch(told -> told.toString().contains("Release: "));
  }

  @Test
  void givesEachAwaitedMessageATokenOfItsOwn() {
    pipeline(Pipes.task("Tests", new TaskSpec.WaitForMessage("tests-passed", null)));
    List<String> tokens =
        List.of(promoted("A"), promoted("B")).stream()
            .map(run -> {
              rig.settle();
              return rig.task(run, "Tests", dev).hook().token();
            })
            .toList();
    assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.length() == 32);
  }

  @Test
  void bringsOfAJointImportOnlyWhatAnotherRunDidNotBringMeanwhile() {
    deploying();
    rig.world.target.together = true;
    RunView first = promoted(World.transport("T1"));
    RunView second = promoted(World.transport("T1"), World.transport("T2"));
    rig.settle(Duration.ofHours(1));
    assertThat(List.of(state(first), state(second))).containsOnly("COMPLETED");
    assertThat(rig.world.target.ledger)
        .containsExactly("deploy T1 null at http://cpi-qa", "deploy T2 null at http://cpi-qa");
  }

  @Test
  void sendsNothingForARunThatWasAbortedWhileTheTargetWasLookedAt() {
    deploying();
    RunView run = promoted("A");
    rig.world.target.whileLooking =
        () -> rig.bean(Runs.class).abort(run.id(), "changed plans", dev);
    rig.settle();
    assertThat(state(run)).isEqualTo("ABORTED");
    assertThat(rig.world.target.ledger).isEmpty();
    assertThat(deployments(run)).extracting(Effect::code).containsExactly("not-wanted");
    rig.world.target.whileLooking = () -> {};
    RunView next = promoted("B");
    rig.settle();
    assertThat(state(next)).isEqualTo("COMPLETED");
  }

  @Test
  void sendsNothingToASystemThatBecamePlanOnlyInTheQueue() {
    deploying();
    working(Duration.ofMinutes(20));
    promoted("A");
    RunView queued = promoted("B");
    rig.settle(Duration.ofMinutes(1));
    rig.world.environment("CPI-QA", EnvironmentView.Type.QUALITY, EnvironmentView.Mode.PLAN_ONLY);
    rig.settle(Duration.ofHours(1));
    assertThat(rig.task(queued, "Deploy").state()).isEqualTo("REFUSED");
    assertThat(rig.task(queued, "Deploy").message()).contains("plan-only");
    assertThat(rig.world.target.ledger).isEmpty();
  }

  @Test
  void approvesNothingElseThanWasLookedAt() {
    pipeline(
        Pipes.task("Approve", Pipes.approve(MANAGER, 1)),
        Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    RunView run = promoted("A");
    rig.settle();
    ActionOrder seen = seen(run);
    rig.world.parameters.put("receiver", "http://elsewhere");
    assertThatThrownBy(() -> rig.act(run, "Approve", RunAction.APPROVE, seen, manager))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(RunRefusal.APPROVAL_OUTDATED));
    rig.act(run, "Approve", RunAction.APPROVE, seen(run), manager);
    rig.settle();
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  private ActionOrder seen(RunView run) {
    String digest = rig.task(run, "Approve", manager).asks().digest();
    return new ActionOrder(null, null, null, null, null, null, digest);
  }
}

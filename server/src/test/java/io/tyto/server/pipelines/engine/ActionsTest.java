package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static io.tyto.server.identity.ProjectRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.MyTasks;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionsTest extends OnARig {
  private static final List<String> MANAGER = List.of("role:release-manager");
  private static final ActionOrder BECAUSE = ActionOrder.because("because");

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);
  private final Actor second = rig.world.person("nora", RELEASE_MANAGER);
  private final Actor viewer = rig.world.person("vera", VIEWER);

  private RunView started(Task... tasks) {
    return started(new Deliverable[] {World.artifact("Orders", "1.0.4", "DDEVEL")}, tasks);
  }

  private RunView started(Deliverable[] deliverables, Task... tasks) {
    rig.world.pipeline(Pipes.of(tasks));
    RunView run = rig.promote(rig.world.item(deliverables), dev);
    rig.settle();
    return run;
  }

  private RefusalCode refusal(RunView run, String task, RunAction action, Actor by) {
    return refusal(run, task, action, BECAUSE, by);
  }

  private RefusalCode refusal(
      RunView run, String task, RunAction action, ActionOrder order, Actor by) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> rig.act(run, task, action, order, by));
    assertThat(refusal).as("%s of %s by %s", action, task, by.name()).isNotNull();
    return refusal.code();
  }

  @Test
  void refusesSecondApprovalBySamePerson() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 2)));
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    assertThat(refusal(run, "Approve", RunAction.APPROVE, manager))
        .isEqualTo(RunRefusal.ALREADY_DECIDED);
    assertThat(rig.task(run, "Approve").message()).isEqualTo("1 of 2 approvals: mara.");
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, second);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void refusesThoseWhomTheRuleExcludes() {
    RunView run =
        started(
            Pipes.task(
                "Approve",
                Pipes.approve(List.of("role:developer", "role:release-manager"), 1, "promoter")));
    assertThat(refusal(run, "Approve", RunAction.APPROVE, dev)).isEqualTo(RunRefusal.NOT_YOURS);
    assertThat(refusal(run, "Approve", RunAction.APPROVE, viewer)).isEqualTo(RunRefusal.NOT_YOURS);
    Actor token = new Actor(manager.id(), manager.name(), Actor.Kind.TOKEN);
    assertThat(refusal(run, "Approve", RunAction.APPROVE, token))
        .isEqualTo(RunRefusal.TOKEN_CANNOT_APPROVE);
  }

  @Test
  void failsClosedWhileTheAuthorIsUnknown() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 1, "author")));
    assertThat(refusal(run, "Approve", RunAction.APPROVE, manager))
        .isEqualTo(RunRefusal.AUTHOR_UNKNOWN);
    rig.world.aliases.put(second.id(), List.of(new UserView.Alias("CPI-DEV", "DDEVEL")));
    assertThat(refusal(run, "Approve", RunAction.APPROVE, second)).isEqualTo(RunRefusal.NOT_YOURS);
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void excludesThoseWhoApprovedEarlier() {
    RunView run =
        started(
            Pipes.task("First", Pipes.approve(MANAGER, 1)),
            Pipes.task("Second", Pipes.approve(MANAGER, 1, "earlier")));
    rig.act(run, "First", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(refusal(run, "Second", RunAction.APPROVE, manager)).isEqualTo(RunRefusal.NOT_YOURS);
    rig.act(run, "Second", RunAction.APPROVE, ActionOrder.NONE, second);
  }

  @Test
  void hasNoSideDoorAroundAnApproval() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 1)));
    for (RunAction action : List.of(RunAction.SKIP, RunAction.MARK_DONE, RunAction.COMPLETE)) {
      assertThat(refusal(run, "Approve", action, manager))
          .isEqualTo(RunRefusal.APPROVAL_CANNOT_BE_SKIPPED);
    }
    rig.act(run, "Approve", RunAction.REJECT, BECAUSE, manager);
    assertThat(refusal(run, "Approve", RunAction.SKIP, manager))
        .isEqualTo(RunRefusal.APPROVAL_CANNOT_BE_SKIPPED);
  }

  @Test
  void asksForAReasonWhereOneIsNeeded() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 1)));
    assertThat(refusal(run, "Approve", RunAction.REJECT, ActionOrder.because("  "), manager))
        .isEqualTo(RunRefusal.REASON_REQUIRED);
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> rig.bean(Runs.class).abort(run.id(), "", dev));
    assertThat(refusal.code()).isEqualTo(RunRefusal.REASON_REQUIRED);
  }

  @Test
  void asksAgainOnRetryAfterARejection() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 1)));
    rig.act(run, "Approve", RunAction.REJECT, BECAUSE, manager);
    rig.act(run, "Approve", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void takesASecondPersonToSkipOnProduction() {
    rig.world.target.script.add(Next.REFUSE);
    RunView run = started(Pipes.task("Deploy", Pipes.deploy("CPI-PROD", false)));
    assertThat(refusal(run, "Deploy", RunAction.SKIP, dev))
        .isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("REFUSED");
    assertThat(refusal(run, "Deploy", RunAction.SKIP, dev))
        .isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
    rig.act(run, "Deploy", RunAction.SKIP, BECAUSE, manager);
    rig.settle();
    RunView after = rig.run(run.id(), dev);
    assertThat(after.state()).isEqualTo("COMPLETED");
    assertThat(after.bypasses().getFirst().askedBy()).isEqualTo("dana");
    assertThat(after.bypasses().getFirst().confirmedBy()).isEqualTo("mara");
  }

  @Test
  void asksForApprovalAgainWhenWhatWasApprovedHasChanged() {
    RunView run =
        started(
            Pipes.task("Approve", Pipes.approve(MANAGER, 1)),
            Pipes.task("Hold", new TaskSpec.Manual(List.of(), "Hold", false, List.of())),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    rig.world.parameters.put("receiver", "http://elsewhere");
    rig.act(run, "Hold", RunAction.COMPLETE, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.world.target.ledger).isEmpty();
    assertThat(rig.task(run, "Approve (again)").state()).isEqualTo("WAITING");
    rig.act(run, "Approve (again)", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  @Test
  void rollsBackToTheBackup() {
    RunView run = started(Pipes.task("Deploy", Pipes.deploy("CPI-QA", true)));
    assertThat(rig.run(run.id(), dev).stages().getFirst().tasks().getFirst().actions())
        .containsExactly("roll-back");
    rig.act(run, "Deploy", RunAction.ROLL_BACK, BECAUSE, dev);
    rig.settle();
    assertThat(rig.world.target.ledger).contains("roll back Orders to before Orders");
    assertThat(rig.task(run, "Deploy").message()).contains("Rolled back");
    rig.act(run, "Deploy", RunAction.ROLL_BACK, BECAUSE, dev);
    rig.settle();
    assertThat(rig.world.target.count("roll back Orders to before Orders")).isEqualTo(1);
  }

  @Test
  void takesReturnCodesOfAnImportByHand() {
    rig.world.byHand("cpi-qa");
    RunView run =
        started(
            new Deliverable[] {World.transport("DEVK900123"), World.transport("DEVK900124")},
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    assertThat(rig.task(run, "Deploy").message()).isEqualTo("Import DEVK900123\nImport DEVK900124");
    assertThat(rig.task(run, "Deploy", dev).asks())
        .isEqualTo(
            new RunView.Asks(
                List.of("DEVK900123", "DEVK900124"), false, false, false, false, List.of(), null));
    assertThat(refusal(run, "Deploy", RunAction.COMPLETE, dev))
        .isEqualTo(RunRefusal.EVIDENCE_REQUIRED);
    ActionOrder codes =
        new ActionOrder(
            null,
            null,
            null,
            List.of(
                new ActionOrder.ReturnCode("DEVK900123", 4),
                new ActionOrder.ReturnCode("DEVK900124", 0)),
            List.of(new ActionOrder.Attachment("import.log", "all fine")));
    rig.act(run, "Deploy", RunAction.COMPLETE, codes, dev);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.task(run, "Deploy").evidence())
        .extracting("name")
        .contains("import.log", "return-codes.txt");
  }

  @Test
  void stopsAtAReturnCodeAboveFour() {
    rig.world.byHand("cpi-qa");
    RunView run =
        started(
            new Deliverable[] {World.transport("DEVK900123")},
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    ActionOrder eight =
        new ActionOrder(
            null, null, null, List.of(new ActionOrder.ReturnCode("DEVK900123", 8)), null);
    rig.act(run, "Deploy", RunAction.COMPLETE, eight, dev);
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("REFUSED");
    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("WAITING");
  }

  @Test
  void expiresWhenNobodyDecides() {
    RunView run =
        started(
            Pipes.task(
                "Approve", new TaskSpec.Approve(MANAGER, 1, List.of(), null, Duration.ofDays(2))));
    rig.settle(Duration.ofDays(3));
    assertThat(rig.task(run, "Approve").state()).isEqualTo("REFUSED");
    assertThat(refusal(run, "Approve", RunAction.APPROVE, manager))
        .isEqualTo(RunRefusal.ALREADY_DECIDED);
  }

  @Test
  void makesManualStepsTasksOfTheRun() {
    Deliverable before = World.step("Stop the job", Map.of("when", "before"));
    Deliverable after = World.step("Start the job", Map.of("when", "after"));
    RunView run =
        started(
            new Deliverable[] {before, World.artifact("Orders", "1.0.4", null), after},
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    assertThat(rig.run(run.id(), dev).stages().getFirst().tasks())
        .extracting("name")
        .containsExactly("Stop the job (QA)", "Deploy", "Start the job (QA)");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.act(run, "Stop the job (QA)", RunAction.COMPLETE, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  @Test
  void goesOnWhenTheAwaitedMessageComes() {
    RunView run = started(Pipes.task("Tests", new TaskSpec.WaitForMessage("tests-passed", null)));
    var hook = rig.run(run.id(), dev).stages().getFirst().tasks().getFirst().hook();
    assertThat(hook.path()).isEqualTo("/hooks/runs/" + run.id() + "/messages/tests-passed");
    assertThat(rig.run(run.id(), viewer).stages().getFirst().tasks().getFirst().hook()).isNull();
    Refusal wrong =
        catchThrowableOfType(
            Refusal.class,
            () -> rig.bean(Runs.class).message(run.id(), "tests-passed", "guessed", ""));
    assertThat(wrong.code().code()).isEqualTo("not-found");
    rig.bean(Runs.class).message(run.id(), "tests-passed", hook.token(), "{}");
    rig.bean(Runs.class).message(run.id(), "tests-passed", hook.token(), "{}");
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void abortsFromEveryStateAndWatchesWhatIsAtWork() {
    rig.world.target.pollsUntilDone = 5;
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("Approve", Pipes.approve(MANAGER, 1)),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.4", null));
    RunView ready = rig.promote(item, dev);
    assertThat(abort(ready)).isEqualTo("ABORTED");
    RunView waiting = rig.promote(item, dev);
    rig.settle();
    assertThat(abort(waiting)).isEqualTo("ABORTED");
    assertThat(abort(waiting)).as("again").isEqualTo("ABORTED");
    RunView failed = rig.promote(item, dev);
    rig.settle();
    rig.act(failed, "Approve", RunAction.REJECT, BECAUSE, manager);
    assertThat(abort(failed)).isEqualTo("ABORTED");
    RunView working = rig.promote(item, dev);
    rig.settle();
    rig.act(working, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle(Duration.ofSeconds(3));
    assertThat(rig.run(working.id(), dev).state()).isEqualTo("RUNNING");
    assertThat(rig.world.target.atWork).hasSize(1);
    assertThat(abort(working)).isEqualTo("ABORTED");
    rig.settle();
    assertThat(rig.world.target.atWork).isEmpty();
    assertThat(rig.run(working.id(), dev).state()).isEqualTo("ABORTED");
    RunView next = rig.promote(item, dev);
    rig.settle();
    rig.act(next, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.run(next.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).as("it had arrived already").hasSize(1);
  }

  private String abort(RunView run) {
    return rig.bean(Runs.class).abort(run.id(), "changed plans", dev).state();
  }

  @Test
  void servesABusySystemFirstComeFirstServed() {
    rig.world.target.pollsUntilDone = 5;
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    RunView first = rig.promote(rig.world.item(World.artifact("A", "1", null)), dev);
    RunView second = rig.promote(rig.world.item(World.artifact("B", "1", null)), dev);
    RunView third = rig.promote(rig.world.item(World.artifact("C", "1", null)), dev);
    rig.settle(Duration.ofSeconds(1));
    assertThat(rig.world.target.atWork).hasSize(1);
    assertThat(rig.run(second.id(), dev).state()).isEqualTo("WAITING");
    assertThat(rig.task(second, "Deploy").message()).contains("BHA-1");
    assertThat(rig.task(third, "Deploy").waitingFor()).isEqualTo("environment");
    rig.settle();
    assertThat(rig.world.target.ledger)
        .containsExactly(
            "deploy A 1 at http://cpi-qa",
            "deploy B 1 at http://cpi-qa",
            "deploy C 1 at http://cpi-qa");
    for (RunView run : List.of(first, second, third)) {
      assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    }
  }

  @Test
  void runsTheTasksOfAGroupSideBySide() {
    rig.world.target.pollsUntilDone = 3;
    RunView run =
        started(
            Pipes.parallel("Left", "both", Pipes.deploy("CPI-QA", false)),
            Pipes.parallel("Right", "both", Pipes.deploy("CPI-PROD", false)),
            Pipes.task("After", new TaskSpec.Notify(List.of("user:mara"), "Done")));
    assertThat(rig.world.target.ledger).hasSize(2);
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void importsTogetherInOneOrderedCallWhereTheTargetTakesThemTogether() {
    rig.world.target.together = true;
    started(
        new Deliverable[] {World.transport("DEVK900123"), World.transport("DEVK900124")},
        Pipes.task("Release", new TaskSpec.ReleaseTransport(null, null)),
        Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    assertThat(rig.world.target.ledger)
        .containsExactly(
            "release DEVK900123",
            "release DEVK900124",
            "deploy DEVK900123 null+DEVK900124 null at http://cpi-qa");
  }

  @Test
  void listsWhatWaitsForAPerson() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 1)));
    var tasks = rig.bean(MyTasks.class);
    assertThat(tasks.of(manager)).extracting("reason").containsExactly("approval");
    assertThat(tasks.of(dev)).isEmpty();
    rig.act(run, "Approve", RunAction.REJECT, BECAUSE, manager);
    assertThat(tasks.of(dev)).extracting("reason").containsExactly("returned");
    assertThat(tasks.of(rig.world.person("axel", APPROVER))).isEmpty();
  }
}

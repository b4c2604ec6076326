package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.MyTasks;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Emergency;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Change types, and the short way of an emergency with its approval afterwards. */
class EmergencyTest extends OnARig {
  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor onDuty = rig.world.person("otto", RELEASE_MANAGER);
  private final Actor approver = rig.world.person("anna", APPROVER);

  private void pipeline(ChangeType... accepted) {
    pipeline("CPI-QA", accepted);
  }

  private void pipeline(String environment, ChangeType... accepted) {
    rig.world.pipeline(
        new PipelineDefinition(
            "hotfix",
            null,
            List.of(
                new Stage(
                    "QA",
                    List.of(
                        Pipes.task("Approve", Pipes.approve(List.of("role:approver"), 2)),
                        Pipes.task("Deploy", Pipes.deploy(environment, false))))),
            List.of(accepted),
            List.of(accepted).contains(ChangeType.EMERGENCY)
                ? new Emergency(
                    List.of("user:otto"), List.of("role:approver"), Duration.ofHours(24))
                : null));
  }

  private RunView promoted(ChangeType type) {
    WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.0", null));
    RunView run =
        rig.bean(Promotions.class)
            .start(new Promotions.Order(item, null, null, null, null, null, null, type, null), dev)
            .run();
    rig.settle();
    return run;
  }

  private String state(RunView run) {
    rig.settle();
    return rig.run(run.id(), dev).state();
  }

  @Test
  void acceptsOnlyTheChangesThatThePipelineNames() {
    pipeline(ChangeType.STANDARD);
    assertThat(catchThrowableOfType(Refusal.class, () -> promoted(ChangeType.NORMAL)).code())
        .isEqualTo(RunRefusal.CHANGE_TYPE_NOT_ACCEPTED);
    assertThat(catchThrowableOfType(Refusal.class, () -> promoted(ChangeType.EMERGENCY)).code())
        .isEqualTo(RunRefusal.CHANGE_TYPE_NOT_ACCEPTED);
    assertThat(promoted(ChangeType.STANDARD).changeType()).isEqualTo("STANDARD");
  }

  @Test
  void deploysAnEmergencyWithOnePersonOnDutyAndAsksForTheApprovalAfterwards() {
    pipeline(ChangeType.NORMAL, ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.EMERGENCY);
    assertThat(rig.bean(MyTasks.class).of(onDuty))
        .extracting("changeType")
        .containsExactly("EMERGENCY");
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, onDuty);
    assertThat(state(run)).isEqualTo("WAITING");
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("DONE");
    assertThat(rig.task(run, "Approve afterwards").assignees()).containsExactly("role:approver");
    assertThat(
            catchThrowableOfType(
                    Refusal.class,
                    () ->
                        rig.act(
                            run, "Approve afterwards", RunAction.APPROVE, ActionOrder.NONE, onDuty))
                .code())
        .isEqualTo(RunRefusal.NOT_YOURS);
    rig.act(run, "Approve afterwards", RunAction.APPROVE, ActionOrder.NONE, approver);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void turnsRedWhenTheApprovalAfterwardsIsLate() {
    pipeline(ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.EMERGENCY);
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, onDuty);
    rig.settle();
    rig.settle(Duration.ofHours(25));
    assertThat(state(run)).isEqualTo("FAILED");
    assertThat(rig.task(run, "Approve afterwards").state()).isEqualTo("REFUSED");
    rig.act(run, "Approve afterwards", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    rig.act(run, "Approve afterwards", RunAction.APPROVE, ActionOrder.NONE, approver);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void keepsTheRuleOfThePipelineForANormalChange() {
    pipeline(ChangeType.NORMAL, ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.NORMAL);
    assertThat(
            catchThrowableOfType(
                    Refusal.class,
                    () -> rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, onDuty))
                .code())
        .isEqualTo(RunRefusal.NOT_YOURS);
  }

  /** Deployed in a hurry, not approved afterwards, and aborted. */
  private List<RunView.BypassView> abortedBeforeItWasApproved(String environment) {
    pipeline(environment, ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.EMERGENCY);
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, onDuty);
    assertThat(state(run)).isEqualTo("WAITING");
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("DONE");
    return rig.bean(Runs.class).abort(run.id(), "enough", dev).bypasses();
  }

  @Test
  void keepsThatAnEmergencyInProductionEndedWithoutItsApproval() {
    assertThat(abortedBeforeItWasApproved("CPI-PROD"))
        .singleElement()
        .satisfies(bypass ->
            assertThat(List.of(bypass.action(), bypass.askedBy(), bypass.reason()))
                .containsExactly("unapproved", "dana", "Aborted by dana: enough"));
  }

  @Test
  void blamesNobodyForAnEmergencyThatNeverReachedProduction() {
    assertThat(abortedBeforeItWasApproved("CPI-QA")).isEmpty();
    pipeline("CPI-PROD", ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.EMERGENCY);
    assertThat(rig.bean(Runs.class).abort(run.id(), "enough", dev).bypasses()).isEmpty();
  }

  @Test
  void keepsItWhenANewerCandidateTakesOver() {
    pipeline("CPI-PROD", ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.EMERGENCY);
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, onDuty);
    rig.settle();
    WorkItemId item = new WorkItemId(run.workItemId());
    rig.world.attached.put(item, List.of(World.artifact("Orders", "1.0.1", null)));
    rig.promote(item, dev);
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("SUPERSEDED");
    assertThat(rig.run(run.id(), dev).bypasses())
        .singleElement()
        .satisfies(bypass -> assertThat(bypass.action()).isEqualTo("unapproved"));
  }

  @Test
  void keepsTheTypeThatARunWasStartedWith() {
    pipeline(ChangeType.NORMAL, ChangeType.EMERGENCY);
    RunView run = promoted(ChangeType.NORMAL);
    WorkItemId item = new WorkItemId(run.workItemId());
    assertThat(
            catchThrowableOfType(
                    Refusal.class, () -> rig.bean(Promotions.class).start(emergency(item), dev))
                .code())
        .isEqualTo(RunRefusal.CHANGE_TYPE_FIXED);
    assertThat(rig.promote(item, dev).id()).isEqualTo(run.id());
  }

  private static Promotions.Order emergency(WorkItemId item) {
    return new Promotions.Order(
        item, null, null, null, null, null, null, ChangeType.EMERGENCY, null);
  }
}

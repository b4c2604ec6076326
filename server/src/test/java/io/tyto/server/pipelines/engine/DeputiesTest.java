package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.MyTasks;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The finer points of approvals: deputies, components, escalation, ahead of time, proof. */
class DeputiesTest extends OnARig {
  private static final List<String> MANAGER = List.of("role:release-manager");

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);
  private final Actor deputy = rig.world.person("dora", APPROVER);

  private RunView started(Task... tasks) {
    rig.world.pipeline(Pipes.of(tasks));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.0", null)), dev);
    rig.settle();
    return run;
  }

  private RefusalCode refusal(RunView run, ActionOrder order, Actor by) {
    return catchThrowableOfType(
            Refusal.class, () -> rig.act(run, "Approve", RunAction.APPROVE, order, by))
        .code();
  }

  private String state(RunView run) {
    rig.settle();
    return rig.run(run.id(), dev).state();
  }

  @Test
  void letsADeputyDecideAndKeepsBothNames() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 1)));
    assertThat(refusal(run, ActionOrder.NONE, deputy)).isEqualTo(RunRefusal.NOT_YOURS);
    rig.world.deputies.put(manager.id(), deputy.id());
    assertThat(rig.bean(MyTasks.class).of(deputy)).extracting("name").containsExactly("Approve");
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, deputy);
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.task(run, "Approve").message()).isEqualTo("Approved by dora for mara.");
    assertThat(rig.task(run, "Approve").decisions())
        .extracting("by")
        .containsExactly("dora for mara");
  }

  @Test
  void countsADeputyAndThePersonStoodForOnce() {
    RunView run = started(Pipes.task("Approve", Pipes.approve(MANAGER, 2)));
    rig.world.deputies.put(manager.id(), deputy.id());
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, deputy);
    assertThat(refusal(run, ActionOrder.NONE, manager)).isEqualTo(RunRefusal.ALREADY_DECIDED);
    assertThat(refusal(run, ActionOrder.NONE, deputy)).isEqualTo(RunRefusal.ALREADY_DECIDED);
    Actor other = rig.world.person("nora", RELEASE_MANAGER);
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, other);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void excludesADeputyForBothPersons() {
    Actor promoter = rig.world.person("paul", DEVELOPER, RELEASE_MANAGER);
    rig.world.pipeline(Pipes.of(Pipes.task("Approve", Pipes.approve(MANAGER, 1, "promoter"))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.0", null)), promoter);
    rig.settle();
    rig.world.deputies.put(promoter.id(), deputy.id());
    assertThat(refusal(run, ActionOrder.NONE, deputy)).isEqualTo(RunRefusal.NOT_YOURS);
    rig.world.deputies.clear();
    rig.world.deputies.put(manager.id(), promoter.id());
    assertThat(refusal(run, ActionOrder.NONE, promoter)).isEqualTo(RunRefusal.NOT_YOURS);
  }

  @Test
  void asksAgainWhenAnApproverPressesPromoteAfterwards() {
    Actor both = rig.world.person("bea", DEVELOPER, RELEASE_MANAGER);
    RunView run =
        started(
            Pipes.task("Approve", Pipes.approve(MANAGER, 1, "promoter")),
            Pipes.task("Wait", new TaskSpec.WaitForPromotion()),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, both);
    rig.settle();
    String wait = rig.task(run, "Wait").id();
    rig.bean(Promotions.class)
        .start(
            new Promotions.Order(
                new io.tyto.server.kernel.WorkItemId(run.workItemId()),
                null,
                new Promotions.Continues(run.id(), wait),
                null,
                null,
                null,
                null),
            both);
    rig.settle();
    assertThat(rig.world.target.ledger).isEmpty();
    assertThat(rig.task(run, "Approve (again)").state()).isEqualTo("WAITING");
    rig.act(run, "Approve (again)", RunAction.APPROVE, ActionOrder.NONE, manager);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void offersItToMorePeopleAfterAWhile() {
    TaskSpec.Approve rule =
        new TaskSpec.Approve(
            MANAGER,
            1,
            List.of(),
            null,
            null,
            false,
            false,
            Duration.ofHours(8),
            List.of("role:approver"));
    RunView run = started(Pipes.task("Approve", rule));
    assertThat(refusal(run, ActionOrder.NONE, deputy)).isEqualTo(RunRefusal.NOT_YOURS);
    assertThat(rig.bean(MyTasks.class).of(deputy)).isEmpty();
    rig.world.clock.advance(Duration.ofHours(8));
    assertThat(rig.bean(MyTasks.class).of(deputy)).hasSize(1);
    assertThat(rig.task(run, "Approve").assignees())
        .containsExactly("role:release-manager", "role:approver");
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, deputy);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void asksThePeopleOfTheComponentOnly() {
    rig.world.component = "MM";
    RunView run =
        started(
            Pipes.task(
                "Approve",
                Pipes.approve(
                    List.of("component:FI/role:release-manager", "component:MM/user:dora"), 1)));
    assertThat(refusal(run, ActionOrder.NONE, manager)).isEqualTo(RunRefusal.NOT_YOURS);
    assertThat(rig.task(run, "Approve").assignees()).containsExactly("user:dora");
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, deputy);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void wantsTheMessageAndTheEvidenceThatTheRuleWants() {
    TaskSpec.Approve rule =
        new TaskSpec.Approve(MANAGER, 1, List.of(), null, null, true, true, null, List.of());
    RunView run = started(Pipes.task("Approve", rule));
    assertThat(rig.task(run, "Approve", manager).asks().message()).isTrue();
    assertThat(refusal(run, ActionOrder.NONE, manager)).isEqualTo(RunRefusal.REASON_REQUIRED);
    assertThat(refusal(run, ActionOrder.because("tested"), manager))
        .isEqualTo(RunRefusal.EVIDENCE_REQUIRED);
    List<ActionOrder.Attachment> proof = List.of(new ActionOrder.Attachment("test.txt", "passed"));
    rig.act(
        run,
        "Approve",
        RunAction.APPROVE,
        new ActionOrder("tested", null, null, null, proof),
        manager);
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.task(run, "Approve").evidence()).extracting("name").contains("test.txt");
  }

  @Test
  void wantsEveryLineOfAChecklistTicked() {
    RunView run =
        started(
            Pipes.task(
                "Cutover",
                new TaskSpec.Manual(
                    List.of(), "Do it", false, List.of("Stop jobs", "Start jobs"))));
    assertThat(rig.task(run, "Cutover", dev).asks().checklist())
        .containsExactly("Stop jobs", "Start jobs");
    ActionOrder half = new ActionOrder(null, null, null, null, null, List.of("Stop jobs"), null);
    assertThat(
            catchThrowableOfType(
                    Refusal.class, () -> rig.act(run, "Cutover", RunAction.COMPLETE, half, dev))
                .code())
        .isEqualTo(RunRefusal.CHECKLIST_OPEN);
    rig.act(
        run,
        "Cutover",
        RunAction.COMPLETE,
        new ActionOrder(null, null, null, null, null, List.of("Start jobs", "Stop jobs"), null),
        dev);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void countsAnApprovalGivenBeforeAScheduledRunBegins() {
    RunView run = scheduled();
    assertThat(rig.bean(MyTasks.class).of(manager)).extracting("name").containsExactly("Approve");
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    assertThat(rig.task(run, "Approve").state()).isEqualTo("READY");
    rig.settle(Duration.ofHours(3));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.task(run, "Approve").message()).isEqualTo("Approved ahead by mara.");
  }

  @Test
  void forgetsAnApprovalGivenAheadWhenTheParametersChange() {
    RunView run = scheduled();
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.world.parameters.put("Orders", "other");
    rig.settle(Duration.ofHours(3));
    assertThat(rig.task(run, "Approve").state()).isEqualTo("WAITING");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, manager);
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  private RunView scheduled() {
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("Build", new TaskSpec.Build()),
            Pipes.task("Approve", Pipes.approve(MANAGER, 1)),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    var item = rig.world.item(World.artifact("Orders", "1.0.0", null));
    RunView run =
        rig.bean(Promotions.class)
            .start(
                Promotions.Order.of(item)
                    .startingAt(rig.world.clock.instant().plus(Duration.ofHours(2))),
                dev)
            .run();
    rig.settle(Duration.ofMinutes(1));
    return run;
  }
}

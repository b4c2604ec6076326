package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneyTest extends OnARig {
  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);
  private final Actor approver = rig.world.person("axel", APPROVER);

  @BeforeEach
  void standardPipeline() {
    rig.world.pipeline(Pipes.standard());
  }

  @Test
  void goesFromBuildToProductionInOrder() {
    WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.4", null));
    RunView run = rig.promote(item, dev);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("WAITING");
    assertThat(rig.task(run, "Approve QA").actions()).isEmpty();
    assertThat(rig.run(run.id(), manager).stages().getFirst().tasks().get(2).actions())
        .containsExactlyInAnyOrder("approve", "reject");

    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.world.target.ledger).containsExactly("deploy Orders 1.0.4 at http://cpi-qa");
    RunView waiting = rig.run(run.id(), dev);
    assertThat(waiting.state()).isEqualTo("WAITING");
    assertThat(waiting.stage()).isEqualTo("PROD");

    RunView same = rig.promote(item, dev);
    assertThat(same.id()).isEqualTo(run.id());
    rig.settle();
    assertThat(rig.task(run, "wait-for-promotion").state()).isEqualTo("WAITING");

    promoteOn(item, run);
    promoteOn(item, run);
    rig.settle();
    rig.act(run, "Approve PROD", RunAction.APPROVE, ActionOrder.NONE, approver);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger)
        .containsExactly(
            "deploy Orders 1.0.4 at http://cpi-qa", "deploy Orders 1.0.4 at http://cpi-prod");
    assertThat(rig.task(run, "alm-status").message()).startsWith("Warning: the other side refused");
    assertThat(rig.world.told.getLast().state()).isEqualTo("COMPLETED");
  }

  private void promoteOn(WorkItemId item, RunView run) {
    Promotions.Started started =
        rig.bean(Promotions.class)
            .start(
                new Promotions.Order(
                    item,
                    1,
                    new Promotions.Continues(run.id(), rig.task(run, "wait-for-promotion").id()),
                    null,
                    null,
                    null,
                    null),
                dev);
    assertThat(started.fresh()).isFalse();
    assertThat(started.run().id()).isEqualTo(run.id());
  }

  @Test
  void stopsAtARejectionAndStartsAgainWithTheNextCandidate() {
    WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.4", null));
    RunView run = rig.promote(item, dev);
    rig.settle();
    rig.act(run, "Approve QA", RunAction.REJECT, ActionOrder.because("wrong mapping"), manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("FAILED");
    assertThat(rig.world.told.getLast().stage()).isEqualTo("QA");
    assertThat(rig.world.told.getLast().state()).isEqualTo("FAILED");

    rig.world.attached.get(item).set(0, World.artifact("Orders", "1.0.5", null));
    RunView second = rig.promote(item, dev);
    rig.settle();
    assertThat(second.id()).isNotEqualTo(run.id());
    assertThat(second.candidate()).isEqualTo(2);
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("SUPERSEDED");
    assertThat(rig.task(second, "Approve QA").state()).isEqualTo("WAITING");
  }

  @Test
  void deploysOnRetryOnlyWhatIsNotThereYet() {
    WorkItemId item =
        rig.world.item(
            World.artifact("Orders", "1.0.4", null), World.artifact("Invoices", "2.0.0", null));
    rig.world.target.script.add(FakeTarget.Next.WORK);
    rig.world.target.script.add(FakeTarget.Next.REFUSE);
    RunView run = rig.promote(item, dev);
    rig.settle();
    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("FAILED");

    rig.act(run, "Deploy QA", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.task(run, "Deploy QA").state()).isEqualTo("DONE");
    assertThat(rig.world.target.ledger)
        .containsExactly(
            "deploy Orders 1.0.4 at http://cpi-qa", "deploy Invoices 2.0.0 at http://cpi-qa");
  }

  @Test
  void bringsNothingTwiceUnlessItOrItsParametersChanged() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    deployed(
        rig.world.item(World.artifact("Orders", "1.0.4", null), World.transport("DEVK900123")));
    assertThat(rig.world.target.ledger).hasSize(2);
    deployed(
        rig.world.item(World.artifact("Orders", "1.0.4", null), World.transport("DEVK900123")));
    assertThat(rig.world.target.ledger).hasSize(2);
    rig.world.parameters.put("receiver", "http://elsewhere");
    deployed(
        rig.world.item(World.artifact("Orders", "1.0.4", null), World.transport("DEVK900123")));
    assertThat(rig.world.target.ledger).endsWith("deploy Orders 1.0.4 at http://cpi-qa").hasSize(3);
    deployed(rig.world.item(World.artifact("Orders", "1.0.5", null)));
    deployed(rig.world.item(World.artifact("Orders", "1.0.4", null)));
    assertThat(rig.world.target.ledger).as("back to the older one").hasSize(5);
  }

  private void deployed(WorkItemId item) {
    RunView run = rig.promote(item, dev);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }
}

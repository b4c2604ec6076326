package io.tyto.server.pipelines.promotion;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static io.tyto.server.identity.ProjectRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.Promotions.Continues;
import io.tyto.server.pipelines.Promotions.Order;
import io.tyto.server.pipelines.Promotions.Started;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionsTest {
  private final EngineRig rig = rig();
  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);
  private final Actor approver = rig.world.person("amir", APPROVER, RELEASE_MANAGER);
  private final WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.4", null));

  EngineRig rig() {
    return new EngineRig();
  }

  @BeforeEach
  void standardPipeline() {
    rig.world.pipeline(Pipes.standard());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Started promote(Integer candidate, Continues continues, Instant at, String key) {
    return rig.bean(Promotions.class)
        .start(new Order(item, candidate, continues, at, null, null, key), dev);
  }

  private String refusal(WorkItemId of, Actor by) {
    return refusal(new Order(of, null, null, null, null, null, null), by).code().code();
  }

  private Refusal refusal(Order order, Actor by) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> rig.bean(Promotions.class).start(order, by));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void answersTheSecondClickWithTheSameRun() {
    Started first = promote(null, null, null, null);
    Started second = promote(1, null, null, null);
    assertThat(first.fresh()).isTrue();
    assertThat(second.fresh()).isFalse();
    assertThat(second.run().id()).isEqualTo(first.run().id());
  }

  @Test
  void honoursAnIdempotencyKeyEvenAfterTheRunEnded() {
    Started first = promote(null, null, null, "key-1");
    rig.bean(Runs.class).abort(first.run().id(), "changed plans", dev);
    assertThat(promote(null, null, null, "key-1").run().id()).isEqualTo(first.run().id());
    Refusal other = refusal(new Order(item, 1, null, null, null, null, "key-1"), dev);
    assertThat(other.code().code()).isEqualTo("idempotency-key-reused");
    assertThat(promote(null, null, null, "key-2").run().id()).isNotEqualTo(first.run().id());
  }

  @Test
  void refusesAnOutdatedCandidate() {
    promote(1, null, null, null);
    rig.settle();
    rig.world.attached.get(item).set(0, World.artifact("Orders", "1.0.5", null));
    assertThat(refusal(new Order(item, 1, null, null, null, null, null), dev).code().code())
        .isEqualTo("candidate-outdated");
    assertThat(promote(2, null, null, null).fresh()).isTrue();
  }

  @Test
  void refusesToContinueWithACandidateThatHasChangedSince() {
    RunView run = promote(null, null, null, null).run();
    rig.settle();
    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    rig.world.attached.get(item).set(0, World.artifact("Orders", "1.0.5", null));
    Continues wait = new Continues(run.id(), rig.task(run, "Wait PROD").id());
    assertThat(refusal(new Order(item, null, wait, null, null, null, null), dev).code().code())
        .isEqualTo("candidate-outdated");
  }

  @Test
  void saysEachRefusalInItsOwnWords() {
    WorkItemId empty = rig.world.item();
    assertThat(refusal(empty, dev)).isEqualTo("no-deliverables");
    Actor viewer = rig.world.person("vera", VIEWER);
    assertThat(refusal(item, viewer)).isEqualTo("missing-permission");
    rig.world.gone.add(item);
    assertThat(refusal(item, dev)).isEqualTo("gone");
    rig.world.gone.clear();
    rig.world.environment("CPI-QA", EnvironmentView.Type.QUALITY, EnvironmentView.Mode.PLAN_ONLY);
    assertThat(refusal(item, dev)).isEqualTo("environment-plan-only");
    rig.world.environments.remove(new EnvironmentId("cpi-qa"));
    assertThat(refusal(item, dev)).isEqualTo("unknown-environment");
    rig.world.pipeline = null;
    assertThat(refusal(item, dev)).isEqualTo("no-pipeline");
  }

  @Test
  void passesAnItemThatIsGoneOnlyWithAReason() {
    rig.world.gone.add(item);
    assertThat(refusal(item, dev)).isEqualTo("gone");
    assertThat(refusal(overriding(" ", null), dev).code().code()).isEqualTo("gone");
    RunView run = rig.bean(Promotions.class).start(overriding("It moved", null), dev).run();
    rig.settle();
    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.task(run, "Deploy QA").state()).isEqualTo("DONE");
  }

  @Test
  void asksForASecondPersonWhenAGateIsOverriddenForProduction() {
    RunView run = promote(null, null, null, null).run();
    rig.settle();
    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    rig.world.gone.add(item);
    Continues wait = new Continues(run.id(), rig.task(run, "Wait PROD").id());
    rig.bean(Promotions.class).start(overriding("It moved", wait), manager);
    rig.settle();
    rig.act(run, "Approve PROD", RunAction.APPROVE, ActionOrder.NONE, approver);
    rig.settle();
    assertThat(rig.task(run, "Deploy PROD").state()).isEqualTo("REFUSED");
    assertThat(rig.task(run, "Deploy PROD").message()).contains("mara: It moved");
    assertThat(rig.task(run, "Deploy PROD", approver).asks())
        .isEqualTo(new RunView.Asks(List.of(), false, false, true, false, List.of(), null));
    ActionOrder override = new ActionOrder("Seen it, too", null, true, null, null);
    assertThatThrownBy(() -> rig.act(run, "Deploy PROD", RunAction.RETRY, override, manager))
        .hasMessageContaining("second person");
    rig.act(run, "Deploy PROD", RunAction.RETRY, override, approver);
    rig.settle();
    assertThat(rig.task(run, "Deploy PROD").state()).isEqualTo("DONE");
  }

  private Order overriding(String reason, Continues continues) {
    return new Order(item, null, continues, null, null, reason, null);
  }

  @Test
  void asksForTheRightToDeployToProductionOfWhoPressesThere() {
    rig.world.deployTo.put(dev.id(), Set.of());
    RunView run = promote(null, null, null, null).run();
    rig.settle();
    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    Continues wait = new Continues(run.id(), rig.task(run, "Wait PROD").id());
    Refusal refusal = refusal(new Order(item, null, wait, null, null, null, null), dev);
    assertThat(refusal.code().code()).isEqualTo("missing-permission");
    assertThat(refusal.getMessage()).contains("CPI-PROD");
    rig.bean(Promotions.class).start(new Order(item, null, wait, null, null, null, null), manager);
    assertThat(rig.task(run, "Wait PROD").state()).isEqualTo("DONE");
  }

  @Test
  void startsNoEarlierThanAsked() {
    Instant later = rig.world.clock.instant().plus(Duration.ofHours(8));
    RunView run = promote(null, null, later, null).run();
    assertThat(run.state()).isEqualTo("WAITING");
    rig.settle(Duration.ofHours(7));
    assertThat(rig.task(run, "Build QA").state()).isEqualTo("WAITING");
    rig.settle(Duration.ofHours(9));
    assertThat(rig.task(run, "Build QA").state()).isEqualTo("DONE");
  }

  @Test
  void refusesToRunACompletedCandidateAgain() {
    rig.world.pipeline(Pipes.of(Pipes.task("Build", new TaskSpec.Build())));
    RunView run = promote(null, null, null, null).run();
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(refusal(item, dev)).isEqualTo("already-completed");
  }

  @Test
  void failsWhenAGateStopsRightBeforeTheDeployment() {
    RunView run = promote(null, null, null, null).run();
    rig.settle();
    rig.world.gone.add(item);
    rig.act(run, "Approve QA", RunAction.APPROVE, ActionOrder.NONE, manager);
    rig.settle();
    assertThat(rig.task(run, "Deploy QA").state()).isEqualTo("REFUSED");
    assertThat(rig.task(run, "Deploy QA").message()).contains("gone");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.world.gone.clear();
    rig.act(run, "Deploy QA", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  @Test
  void refusesACalloutToAnUnregisteredDestination() {
    rig.world.pipeline(
        Pipes.of(
            Pipes.task(
                "Call", new TaskSpec.Callout("nowhere", "POST", "/x", Map.of(), List.of()))));
    RunView run = promote(null, null, null, null).run();
    rig.settle();
    assertThat(rig.task(run, "Call").state()).isEqualTo("REFUSED");
    assertThat(rig.task(run, "Call").message()).contains("No destination called \"nowhere\"");
  }
}

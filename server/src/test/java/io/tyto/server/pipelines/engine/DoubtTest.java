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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target that cannot be asked, and runs that ended before anybody found out. */
class DoubtTest extends OnARig {
  private static final String AT_QA = "deploy Orders 1.0.4 at http://cpi-qa";

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);

  @BeforeEach
  void cannotBeAsked() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
  }

  private RunView deployTo(String environment) {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy(environment, false))));
    return promote("1.0.4");
  }

  private RunView promote(String version) {
    WorkItemId item = rig.world.item(World.artifact("Orders", version, null));
    RunView run = rig.promote(item, dev);
    rig.settle();
    return run;
  }

  private void abort(RunView run) {
    rig.bean(Runs.class).abort(run.id(), "changed plans", dev);
    rig.settle();
  }

  private static ActionOrder once() {
    return new ActionOrder("not in the import history", true, null, null, null);
  }

  @Test
  void stopsAtAPersonInsteadOfImportingOnceMoreAfterAnAbort() {
    RunView first = deployTo("CPI-QA");
    abort(first);
    RunView second = promote("1.0.4");
    var task = rig.task(second, "Deploy", dev);
    assertThat(task.state()).isEqualTo("REFUSED");
    assertThat(task.message()).contains(first.id(), "Orders", "no log", "mark this done");
    assertThat(task.evidence()).extracting("name").contains("why.txt");
    assertThat(task.asks()).isNotNull();
    assertThat(task.asks().again()).isTrue();
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);

    rig.act(second, "Deploy", RunAction.RETRY, ActionOrder.because("let me try"), dev);
    rig.settle();
    assertThat(rig.task(second, "Deploy").state()).isEqualTo("REFUSED");
    assertThat(rig.world.target.count(AT_QA)).as("a retry settles nothing").isEqualTo(1);
  }

  @Test
  void goesOnWhenAPersonSaysThatItHappened() {
    abort(deployTo("CPI-QA"));
    RunView second = promote("1.0.4");
    rig.act(second, "Deploy", RunAction.MARK_DONE, ActionOrder.because("it is there"), dev);
    rig.settle();
    assertThat(rig.run(second.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.run(promote("1.0.4").id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
    assertThat(rig.world.audited).filteredOn(line -> line.contains("doubt-settled")).hasSize(1);
  }

  @Test
  void knowsWithWhichValuesItWasSentWhenAPersonSaysLaterThatItHappened() {
    RunView first = deployTo("CPI-QA");
    rig.world.parameters.put("receiver", "http://elsewhere");
    rig.act(first, "Deploy", RunAction.MARK_DONE, ActionOrder.because("it is there"), dev);
    rig.settle();
    rig.world.parameters.clear();
    assertThat(rig.run(promote("1.0.4").id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
    rig.world.parameters.put("receiver", "http://elsewhere");
    promote("1.0.4");
    assertThat(rig.world.target.count(AT_QA)).as("other values are another thing").isEqualTo(2);
  }

  @Test
  void goesByWhatAPersonBroughtThereSince() {
    RunView first = deployTo("CPI-QA");
    rig.act(first, "Deploy", RunAction.MARK_DONE, ActionOrder.because("it is there"), dev);
    rig.settle();
    rig.world.byHand("cpi-qa");
    rig.world.parameters.put("receiver", "http://elsewhere");
    RunView carried = promote("1.0.4");
    assertThat(rig.task(carried, "Deploy").waitingFor()).isEqualTo("person");
    List<ActionOrder.ReturnCode> fine = List.of(new ActionOrder.ReturnCode("Orders", 0));
    ActionOrder brought = new ActionOrder(null, null, null, fine, null);
    rig.act(carried, "Deploy", RunAction.COMPLETE, brought, dev);
    rig.settle();
    assertThat(rig.run(promote("1.0.4").id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void sendsItWhenAPersonSaysThatItDidNotHappen() {
    abort(deployTo("CPI-QA"));
    RunView second = promote("1.0.4");
    rig.act(second, "Deploy", RunAction.RETRY, once(), dev);
    rig.settle();
    assertThat(rig.run(second.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(2);
    assertThat(rig.world.audited).filteredOn(line -> line.contains("doubt-settled")).hasSize(1);
    assertThat(rig.run(second.id(), dev).bypasses()).hasSize(1);
  }

  @Test
  void takesTwoPeopleToSettleItOnProduction() {
    abort(deployTo("CPI-PROD"));
    RunView second = promote("1.0.4");
    assertThatThrownBy(() -> rig.act(second, "Deploy", RunAction.RETRY, once(), dev))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED));
    rig.settle();
    assertThat(rig.world.target.ledger).hasSize(1);
    rig.act(second, "Deploy", RunAction.RETRY, once(), manager);
    rig.settle();
    assertThat(rig.run(second.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(2);
  }

  @Test
  void holdsBackAfterASkipToo() {
    RunView first = deployTo("CPI-QA");
    rig.act(first, "Deploy", RunAction.SKIP, ActionOrder.because("not today"), dev);
    rig.settle();
    assertThat(rig.task(promote("1.0.4"), "Deploy").state()).isEqualTo("REFUSED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void holdsBackWhatWasAtWorkWhenItsRunWasAborted() {
    rig.world.target.script.clear();
    rig.world.target.script.add(Next.BE_KILLED_AFTER);
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.4", null));
    RunView first = rig.promote(item, dev);
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    rig.bean(Runs.class).abort(first.id(), "changed plans", dev);
    RunView waiting = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.world.clock.advance(Duration.ofMinutes(5));
    rig.restart();
    rig.settle();
    assertThat(rig.task(waiting, "Deploy").state()).isEqualTo("REFUSED");
    assertThat(rig.world.target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void letsAnotherVersionPass() {
    abort(deployTo("CPI-QA"));
    assertThat(rig.run(promote("1.0.5").id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void takesTwoPeopleForEachWayAroundOnProduction() {
    abort(deployTo("CPI-PROD"));
    RunView second = promote("1.0.4");
    ActionOrder override = new ActionOrder("not there", null, true, null, null);
    ActionOrder both = new ActionOrder("not there", true, true, null, null);
    assertThatThrownBy(() -> rig.act(second, "Deploy", RunAction.RETRY, override, dev))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> rig.act(second, "Deploy", RunAction.RETRY, both, manager))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED));
    rig.settle();
    assertThat(rig.world.target.ledger).hasSize(1);
    rig.act(second, "Deploy", RunAction.RETRY, both, dev);
    rig.settle();
    assertThat(rig.run(second.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.run(second.id(), dev).bypasses())
        .extracting("action")
        .containsExactlyInAnyOrder("override", "retry");
    assertThat(rig.run(second.id(), dev).bypasses()).allMatch(b -> b.confirmedBy() != null);
  }
}

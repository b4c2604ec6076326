package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView.Mode;
import io.tyto.server.landscape.EnvironmentView.Type;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people and systems change while a deployment is between two of its steps. */
class ChangedWorldTest extends OnARig {
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);
  private final FakeTarget target = rig.world.target;
  private int flows;

  private RunView promoted(Task... tasks) {
    rig.world.pipeline(Pipes.of(tasks));
    return rig.promote(rig.world.item(World.artifact("Flow" + ++flows, "1.0.0", null)), dana);
  }

  private RunView deploy() {
    return promoted(Pipes.task("Deploy", Pipes.deploy("CPI-QA", true)));
  }

  private void qa(Mode mode) {
    rig.world.environment("CPI-QA", Type.QUALITY, mode);
  }

  private String state(RunView run) {
    return rig.task(run, "Deploy").state();
  }

  private void act(RunView run, String task, RunAction action) {
    rig.act(run, task, action, ActionOrder.because("as it came"), mara);
  }

  @Test
  void keepsTheSystemWhenOurOwnSideRefusesToLookAtWorkThatGoesOn() {
    target.polled.add(() -> {
      throw new Refusal(GeneralRefusal.INVALID, "The credential has no secret any more.");
    });
    RunView run = deploy();
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(rig.task(run, "Deploy").message()).contains("could not be asked", "no secret");
    RunView behind = deploy();
    rig.settle();
    assertThat(rig.task(behind, "Deploy").waitingFor()).isEqualTo("environment");
    act(run, "Deploy", RunAction.RETRY);
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(target.count("deploy Flow1 1.0.0 at http://cpi-qa")).isOne();
  }

  @Test
  void asksTheCalendarAgainAfterAnAttemptThatSentNothing() {
    target.answers.add(new Progress.Broken(Fault.of(Fault.Kind.UNREACHABLE, "No route")));
    RunView run = deploy();
    rig.settle(Duration.ZERO);
    LocalDateTime now = LocalDateTime.ofInstant(rig.world.clock.instant(), ZoneOffset.UTC);
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
                now.minusMinutes(1),
                now.plusHours(2),
                null,
                null));
    rig.settle(Duration.ofHours(1));
    assertThat(target.ledger).as("in the freeze").isEmpty();
    assertThat(rig.task(run, "Deploy").waitingFor()).isEqualTo("window");
    rig.settle(Duration.ofHours(4));
    assertThat(state(run)).isEqualTo("DONE");
  }

  @Test
  void tellsAPersonWhenItsPlaceIsGoneBetweenTwoAttempts() {
    target.answers.add(new Progress.Broken(Fault.of(Fault.Kind.UNREACHABLE, "No route")));
    RunView run = deploy();
    rig.settle(Duration.ZERO);
    var qa = rig.world.environments.remove(new EnvironmentId("cpi-qa"));
    rig.settle();
    assertThat(state(run)).isIn("REFUSED", "BROKEN");
    rig.world.environments.put(qa.id(), qa);
    RunView next = deploy();
    rig.settle();
    assertThat(state(next)).as("the system is free").isEqualTo("DONE");
    act(run, "Deploy", RunAction.RETRY);
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
  }

  @Test
  void tellsTheTargetSinceWhenNothingCanHaveBeenSentAnyMore() {
    target.script.add(Next.BE_KILLED_BEFORE);
    RunView run = deploy();
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
    Instant died = rig.world.clock.instant();
    rig.loseNode();
    rig.settle();
    assertThat(target.questions.getFirst().sentBy()).isAfterOrEqualTo(died.plusSeconds(60));
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(target.ledger).hasSize(1);
  }

  @Test
  void freesTheSystemWhenSomebodyDecidedWhileItWasAskedAbout() {
    target.script.add(Next.LOSE_BEFORE_DOING);
    target.found.add(() -> new Finding.CannotTell(List.of()));
    RunView run = deploy();
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    qa(Mode.PLAN_ONLY);
    target.found.add(() -> new Finding.TooEarly(Duration.ofMinutes(5)));
    target.found.add(() -> new Finding.CannotTell(List.of()));
    act(run, "Deploy", RunAction.RETRY);
    rig.settle(Duration.ofMinutes(1));
    assertThat(state(run)).isEqualTo("REFUSED");
    act(run, "Deploy", RunAction.MARK_DONE);
    rig.settle();
    qa(Mode.LIVE);
    RunView next = deploy();
    rig.settle();
    assertThat(state(next)).as("the system is free").isEqualTo("DONE");
  }

  @Test
  void rollsNothingBackWhereItOnlyLooks() {
    RunView run = deploy();
    rig.settle();
    qa(Mode.PLAN_ONLY);
    act(run, "Deploy", RunAction.ROLL_BACK);
    rig.settle();
    assertThat(target.ledger).hasSize(1);
    assertThat(rig.task(run, "Deploy").message()).contains("Roll back failed", "plan-only");
  }

  @Test
  void findsARetriedTaskBesideOneThatWaitsWhenItsWakeUpIsGone() {
    target.script.add(Next.REFUSE);
    RunView run =
        promoted(
            Pipes.parallel(
                "Hold", "both", new TaskSpec.Manual(List.of(), "Hold", false, List.of())),
            Pipes.parallel("Deploy", "both", Pipes.deploy("CPI-QA", false)));
    rig.settle();
    assertThat(state(run)).isEqualTo("REFUSED");
    act(run, "Deploy", RunAction.RETRY);
    rig.loseNode();
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
  }
}

package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a task may take is said in the pipeline, and then a person is asked. */
class TimeoutTest extends OnARig {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final FakeTarget target = rig.world.target;
  private final List<Instant> tried = new ArrayList<>();

  private RunView started(TaskSpec spec) {
    rig.world.pipeline(Pipes.of(Pipes.task("The task", spec)));
    return rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
  }

  private static TaskSpec deploying(Duration timeout) {
    return new TaskSpec.Deploy(
        "CPI-QA", null, false, "original", "upload-and-deploy", timeout, false);
  }

  private String state(RunView run) {
    return rig.task(run, "The task").state();
  }

  private String message(RunView run) {
    return rig.task(run, "The task").message();
  }

  private void retry(RunView run) {
    rig.act(run, "The task", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
  }

  private static Progress working() {
    return new Progress.Working(new Handle("job"), Duration.ofMinutes(10), "Importing");
  }

  private void works(int looks) {
    target.whileStarting = at -> tried.add(rig.world.clock.instant());
    target.answers.add(working());
    for (int i = 0; i < looks; i++) {
      target.polled.add(TimeoutTest::working);
    }
  }

  @Test
  void waitsForWorkAtTheTargetAsLongAsTheTaskAllowsAndAsksAPersonThen() {
    works(4);
    RunView run = started(deploying(HALF_AN_HOUR));
    rig.settle(Duration.ofHours(5));
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run))
        .contains("working for more than the task's timeout of PT30M")
        .contains("retry");
    assertThat(target.polled).as("not looked at any more").isEmpty();
    retry(run);
    assertThat(state(run)).as("it had come to its end").isEqualTo("DONE");
    assertThat(tried).as("sent once").hasSize(1);
  }

  @Test
  void mayGiveItMoreThanTwoHours() {
    works(20);
    RunView run = started(deploying(Duration.ofHours(4)));
    rig.settle(Duration.ofHours(5));
    assertThat(state(run)).isEqualTo("DONE");
  }

  @Test
  void asksATargetThatCannotTellNoLongerThanThat() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    for (int i = 0; i < 4; i++) {
      target.found.add(() -> new Finding.TooEarly(Duration.ofMinutes(10)));
    }
    RunView run = started(deploying(HALF_AN_HOUR));
    rig.settle(Duration.ofHours(2));
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("could not tell for the task's timeout of PT30M");
    assertThat(target.ledger).hasSize(1);
    retry(run);
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(target.ledger).as("asked about, and not repeated").hasSize(1);
  }

  @Test
  void asksATargetThatDoesNotAnswerNoLongerThanThat() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    for (int i = 0; i < 8; i++) {
      target.found.add(() -> {
        tried.add(rig.world.clock.instant());
        throw new FaultException(Fault.of(Fault.Kind.UNAVAILABLE, "Not now"));
      });
    }
    RunView run = started(deploying(Duration.ofMinutes(1)));
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run))
        .contains("It was sent, and the target could not be asked how it ended: Not now")
        .contains("the task's timeout of PT1M");
    assertThat(Duration.between(tried.getFirst(), tried.getLast()))
        .isLessThan(Duration.ofMinutes(1));
    assertThat(target.ledger).hasSize(1);
  }

  @Test
  void doesNotWaitForATargetThatAsksForMoreTimeThanThereIs() {
    target.whileStarting = at -> tried.add(rig.world.clock.instant());
    target.answers.add(
        new Progress.Broken(
            new Fault(
                Fault.Kind.TOO_MANY_REQUESTS, "Slow down", Duration.ofMinutes(31), null, null)));
    RunView run = started(deploying(HALF_AN_HOUR));
    rig.settle(Duration.ofMinutes(1));
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("Slow down").contains("PT30M");
    retry(run);
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(tried).hasSize(2);
  }

  @Test
  void countsWaitingForABusySystemOutside() {
    works(1);
    rig.world.pipeline(Pipes.of(Pipes.task("The task", deploying(HALF_AN_HOUR))));
    rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle(Duration.ofSeconds(1));
    RunView second = rig.promote(rig.world.item(World.artifact("Bills", "2.0.0", null)), dev);
    works(1);
    rig.settle(Duration.ofHours(1));
    assertThat(state(second)).isEqualTo("DONE");
  }

  @Test
  void triesACalloutNoLongerThanThat() {
    rig.world.http =
        call -> {
          tried.add(rig.world.clock.instant());
          throw new FaultException(Fault.of(Fault.Kind.UNREACHABLE, "No route"));
        };
    RunView run =
        started(
            new TaskSpec.Callout(
                "CPI-QA", "POST", "/x", Map.of(), List.of(), Duration.ofSeconds(20), false));
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("No route").contains("PT20S");
    assertThat(tried).as("at once, and after 1, 2, 4 and 8 seconds").hasSize(5);
  }

  @Test
  void triesChecksNoLongerThanThat() {
    target.whileValidating =
        () -> {
          tried.add(rig.world.clock.instant());
          throw new FaultException(Fault.of(Fault.Kind.UNREACHABLE, "No route"));
        };
    rig.world.pipeline(
        Pipes.of(
            Pipes.task(
                "The task",
                new TaskSpec.Validate(List.of("downgrade"), false, Duration.ofSeconds(20), false)),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("No route").contains("PT20S");
    assertThat(tried).hasSize(5);
  }

  @Test
  void refusesAManualTaskThatNobodyCompletedInTimeAndAsksAgain() {
    RunView run =
        started(
            new TaskSpec.Manual(
                List.of("role:developer"), "Look", false, List.of(), Duration.ofHours(8)));
    rig.settle(Duration.ofHours(7));
    assertThat(state(run)).isEqualTo("WAITING");
    rig.settle(Duration.ofHours(9));
    assertThat(state(run)).isEqualTo("REFUSED");
    assertThat(message(run)).contains("Nobody completed this in time").contains("Retry asks again");
    retry(run);
    assertThat(state(run)).isEqualTo("WAITING");
    rig.settle(Duration.ofHours(7));
    rig.act(run, "The task", RunAction.COMPLETE, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
  }
}

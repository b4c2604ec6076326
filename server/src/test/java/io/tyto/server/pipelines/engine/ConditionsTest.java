package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run does after a failure or a warning, as its pipeline says. */
class ConditionsTest extends OnARig {
  private static final String GOES_ON = "The pipeline goes on in spite of it.";

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final FakeTarget target = rig.world.target;

  private RunView started(TaskSpec spec) {
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("The task", spec), Pipes.task("Behind", Pipes.deploy("CPI-QA", false))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle();
    return run;
  }

  private String state(RunView run) {
    return rig.task(run, "The task").state();
  }

  private String message(RunView run) {
    return rig.task(run, "The task").message();
  }

  private void wentOn(RunView run, String failure) {
    assertThat(message(run)).startsWith("Failed: ").contains(failure).endsWith(GOES_ON);
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  private static TaskSpec calling(boolean goesOn) {
    return new TaskSpec.Callout("CPI-QA", "POST", "/x", Map.of(), List.of(), null, goesOn);
  }

  private void answers(int status) {
    rig.world.http =
        call -> new HttpAnswer(status, Map.of(), "no".getBytes(StandardCharsets.UTF_8));
  }

  private static FaultException fault(Fault.Kind kind) {
    return new FaultException(Fault.of(kind, "as told"));
  }

  private static CheckFinding finding(Severity severity) {
    return new CheckFinding("downgrade", severity, "Orders", "Older than there.", "Take a newer.");
  }

  @Test
  void goesOnAfterACalloutThatWasRefused() {
    answers(500);
    RunView stops = started(calling(false));
    assertThat(state(stops)).isEqualTo("REFUSED");
    RunView goesOn = started(calling(true));
    wentOn(goesOn, "Answered 500.");
    assertThat(rig.task(goesOn, "The task").evidence()).extracting("name").contains("answer.txt");
  }

  @Test
  void goesOnAfterACalloutThatCouldNotBeMade() {
    rig.world.http =
        call -> {
          throw fault(Fault.Kind.UNREACHABLE);
        };
    RunView run = started(calling(true));
    rig.settle(Duration.ofHours(1));
    wentOn(run, "as told");
  }

  @Test
  void goesOnAfterACalloutWhoseAnswerWasLostAndLeavesNothingOpen() {
    List<String> called = new ArrayList<>();
    rig.world.http =
        call -> {
          called.add(call.path());
          throw fault(Fault.Kind.UNKNOWN);
        };
    RunView run = started(calling(true));
    wentOn(run, "It was sent, the answer was lost");
    assertThat(message(run)).doesNotContain("mark it done");
    assertThat(called).as("not repeated").hasSize(1);
    assertThat(rig.bean(RunStore.class).find(run.id()).orElseThrow().effects())
        .noneMatch(effect -> effect.needsPerson() || effect.outcome().open())
        .anyMatch(effect -> effect.outcome() == EffectOutcome.BROKEN);
  }

  @Test
  void goesOnAfterACalloutToNowhere() {
    wentOn(
        started(new TaskSpec.Callout("NOWHERE", "GET", "/", Map.of(), List.of(), null, true)),
        "No destination called \"NOWHERE\"");
  }

  @Test
  void goesOnAfterAMessageThatDidNotCome() {
    RunView run = started(new TaskSpec.WaitForMessage("tests", Duration.ofMinutes(30), true));
    assertThat(state(run)).isEqualTo("WAITING");
    rig.settle(Duration.ofHours(1));
    wentOn(run, "The message \"tests\" did not come in time.");
    assertThat(message(run)).doesNotContain("Retry");
  }

  @Test
  void goesOnAfterAStatusOrANoticeThatMetAnErrorOfOurs() {
    rig.world.statusOutcome =
        key -> {
          throw new IllegalStateException("a bug");
        };
    assertThat(state(started(new TaskSpec.AlmStatus("Deployed", "Done")))).isEqualTo("BROKEN");
    wentOn(started(new TaskSpec.AlmStatus("Deployed", "Done", true)), "an error of its own");
    List<String> broken = new ArrayList<>(List.of("user:mara"));
    broken.add(null);
    assertThat(state(started(new TaskSpec.Notify(broken, "Hello")))).isEqualTo("BROKEN");
    wentOn(started(new TaskSpec.Notify(broken, "Hello", true)), "an error of its own");
  }

  @Test
  void goesOnAfterChecksThatFoundErrorsOrCouldNotBeMade() {
    target.findings = List.of(finding(Severity.ERROR));
    assertThat(state(started(new TaskSpec.Validate(List.of("downgrade"), false))))
        .isEqualTo("REFUSED");
    wentOn(started(new TaskSpec.Validate(List.of("downgrade"), true)), "Older than there.");
    rig.world.parameters.put("receiver", "http://elsewhere");
    target.whileValidating =
        () -> {
          throw fault(Fault.Kind.FORBIDDEN);
        };
    wentOn(started(new TaskSpec.Validate(List.of("downgrade"), true)), "as told");
  }

  @Test
  void stopsAtADeploymentThatFailed() {
    target.script.add(FakeTarget.Next.REFUSE);
    RunView run = started(Pipes.deploy("CPI-QA", false));
    assertThat(state(run)).isEqualTo("REFUSED");
    assertThat(rig.task(run, "Behind").state()).isEqualTo("READY");
  }

  @Test
  void stopsOnWarningsOfAChecksWhereThePipelineSaysSo() {
    target.findings = List.of(finding(Severity.WARNING));
    assertThat(state(started(new TaskSpec.Validate(List.of("downgrade"), false))))
        .isEqualTo("DONE");
    RunView stops = started(new TaskSpec.Validate(List.of("downgrade"), false, null, true));
    assertThat(state(stops)).isEqualTo("REFUSED");
    assertThat(message(stops)).contains("1 warnings, and the pipeline stops on them");
  }

  private RunView imported(boolean stopOnWarnings) {
    target.answers.add(new Progress.Done("1 imported with warnings.", List.of(), true));
    return started(
        new TaskSpec.Deploy(
            "CPI-PROD", null, false, "original", "upload-and-deploy", null, stopOnWarnings));
  }

  @Test
  void goesOnAfterWarningsOfTheTargetUnlessThePipelineStopsOnThem() {
    assertThat(rig.run(imported(false).id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void stopsAfterWarningsOfTheTargetAndBringsNothingOnceMore() {
    RunView run = imported(true);
    assertThat(state(run)).isEqualTo("REFUSED");
    assertThat(message(run)).contains("It is there, with warnings: 1 imported with warnings.");
    int before = target.ledger.size();
    rig.act(run, "The task", RunAction.RETRY, ActionOrder.because("read"), dev);
    rig.settle();
    assertThat(state(run)).as("only a person says that it is fine").isEqualTo("REFUSED");
    assertThat(target.ledger).hasSize(before);
    Actor mara = rig.world.person("mara", RELEASE_MANAGER);
    Actor milo = rig.world.person("milo", RELEASE_MANAGER);
    assertThatThrownBy(
            () -> rig.act(run, "The task", RunAction.MARK_DONE, ActionOrder.because("ok"), mara))
        .isInstanceOf(Refusal.class);
    rig.act(run, "The task", RunAction.MARK_DONE, ActionOrder.because("ok"), milo);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }
}

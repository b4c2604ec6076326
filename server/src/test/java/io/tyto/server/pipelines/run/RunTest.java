package io.tyto.server.pipelines.run;

import static io.tyto.server.pipelines.run.TaskState.DONE;
import static io.tyto.server.pipelines.run.TaskState.NOT_APPLICABLE;
import static io.tyto.server.pipelines.run.TaskState.READY;
import static io.tyto.server.pipelines.run.TaskState.REFUSED;
import static io.tyto.server.pipelines.run.TaskState.RUNNING;
import static io.tyto.server.pipelines.run.TaskState.SKIPPED;
import static io.tyto.server.pipelines.run.TaskState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.ChangeType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private final List<RunTask> tasks = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "READY|READY, RUNNING",
    "DONE|READY, RUNNING",
    "DONE|RUNNING, RUNNING",
    "DONE|WAITING, WAITING",
    "WAITING|RUNNING, RUNNING",
    "REFUSED|READY, FAILED",
    "BROKEN|WAITING, FAILED",
    "BROKEN|RUNNING, RUNNING",
    "DONE|SKIPPED, COMPLETED",
    "NOT_APPLICABLE|DONE, COMPLETED",
    "DONE|ABORTED, ABORTED"
  })
  void derivesItsStateFromItsTasks(String states, RunState expected) {
    for (String state : states.split("\\|")) {
      task(TaskState.valueOf(state), "QA", null);
    }
    assertThat(run().state()).isEqualTo(expected);
  }

  @Test
  void startsTheFirstTaskOnly() {
    RunTask first = task(READY, "QA", null);
    task(READY, "QA", null);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Start(first));
  }

  @Test
  void startsAllTasksOfAParallelGroupAtOnce() {
    task(DONE, "QA", null);
    RunTask left = task(READY, "QA", "both");
    RunTask right = task(READY, "QA", "both");
    task(READY, "QA", null);
    assertThat(run().next(NOW))
        .containsExactly(new RunDecision.Start(left), new RunDecision.Start(right));
  }

  @Test
  void waitsForTheWholeGroupBeforeItGoesOn() {
    task(DONE, "QA", "both");
    task(RUNNING, "QA", "both");
    task(READY, "QA", null);
    effect(tasks.get(1), EffectOutcome.WORKING, false);
    assertThat(run().next(NOW)).isEmpty();
  }

  @Test
  void goesOnBehindSkippedAndNotApplicableTasks() {
    task(SKIPPED, "QA", null);
    task(NOT_APPLICABLE, "QA", null);
    RunTask next = task(READY, "PROD", null);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Start(next));
    assertThat(run().currentStage()).isEqualTo("PROD");
    assertThat(run().stageState("QA")).isEqualTo(RunState.COMPLETED);
    assertThat(run().stageState("PROD")).isEqualTo(RunState.READY);
  }

  @Test
  void restsBehindAFailedTask() {
    task(REFUSED, "QA", null);
    task(READY, "QA", null);
    assertThat(run().next(NOW)).isEmpty();
  }

  @Test
  void restsWhileAPersonIsAsked() {
    task(WAITING, "QA", null);
    assertThat(run().next(NOW)).isEmpty();
    assertThat(run().wakeAt()).isEmpty();
  }

  @Test
  void resumesAWaitWhenItsTimeHasCome() {
    RunTask waiting = waiting(WaitReason.WINDOW, NOW);
    assertThat(run().next(NOW.minusSeconds(1))).isEmpty();
    assertThat(run().wakeAt()).contains(NOW);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Resume(waiting));
  }

  @Test
  void beginsTheNextEffectWhenTheOneBeforeIsDone() {
    RunTask task = task(RUNNING, "QA", null);
    effect(task, EffectOutcome.DONE, false);
    Effect second = effect(task, EffectOutcome.NONE, false);
    effect(task, EffectOutcome.NONE, false);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Begin(second));
  }

  @Test
  void beginsNothingWhileAnEffectIsOpen() {
    RunTask task = task(RUNNING, "QA", null);
    effect(task, EffectOutcome.UNKNOWN, false);
    effect(task, EffectOutcome.NONE, false);
    assertThat(run().next(NOW)).isEmpty();
  }

  @Test
  void settlesWhenAllEffectsAreDoneOrOneFailedOrOneNeedsAPerson() {
    RunTask done = task(RUNNING, "QA", null);
    effect(done, EffectOutcome.DONE, false);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Settle(done));
    effect(done, EffectOutcome.REFUSED, false);
    effect(done, EffectOutcome.NONE, false);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Settle(done));
    effects.clear();
    effect(done, EffectOutcome.UNKNOWN, true);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Settle(done));
  }

  @Test
  void asksAgainForAnEffectThatWaitsForABusySystem() {
    RunTask task = waiting(WaitReason.ENVIRONMENT, null);
    Effect queued = effect(task, EffectOutcome.NONE, false);
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Begin(queued));
  }

  @Test
  void ignoresEffectsOfEarlierAttempts() {
    RunTask task = task(RUNNING, "QA", null);
    effect(task, EffectOutcome.REFUSED, false);
    tasks.set(0, attempt(task, 2));
    assertThat(run().next(NOW)).containsExactly(new RunDecision.Settle(tasks.getFirst()));
  }

  @Test
  void decidesNothingWhenItIsOver() {
    task(DONE, "QA", null);
    assertThat(run().next(NOW)).isEmpty();
    task(READY, "QA", null);
    assertThat(aborted().next(NOW)).isEmpty();
    assertThat(aborted().state()).isEqualTo(RunState.ABORTED);
  }

  private Run run() {
    return new Run(header(null), tasks, effects);
  }

  private Run aborted() {
    return new Run(header(NOW), tasks, effects);
  }

  private static RunHeader header(Instant abortedAt) {
    return new RunHeader(
        "run",
        new ProjectKey("BHA"),
        new WorkItemId("BHA-16"),
        "pipeline",
        1,
        1,
        "digest",
        new UserId("dana"),
        "Dana",
        NOW,
        null,
        abortedAt,
        null,
        0,
        "QA",
        RunState.RUNNING,
        ChangeType.NORMAL,
        RunLoad.of(new WorkItemId("BHA-16"), 1, "digest"));
  }

  private RunTask task(TaskState state, String stage, String group) {
    return add(state, stage, group, null, null);
  }

  private RunTask waiting(WaitReason reason, Instant until) {
    return add(WAITING, "QA", null, reason, until);
  }

  private RunTask add(
      TaskState state, String stage, String group, WaitReason reason, Instant until) {
    int n = tasks.size() + 1;
    RunTask task =
        new RunTask(
            "task-" + n,
            "run",
            BigDecimal.valueOf(n),
            stage,
            "Task " + n,
            "deploy",
            group,
            "Task " + n,
            null,
            state,
            1,
            reason,
            until,
            "",
            null,
            null,
            null);
    tasks.add(task);
    return task;
  }

  private static RunTask attempt(RunTask t, int attempt) {
    return new RunTask(
        t.id(),
        t.runId(),
        t.position(),
        t.stage(),
        t.name(),
        t.kind(),
        t.group(),
        t.definedAs(),
        null,
        t.state(),
        attempt,
        null,
        null,
        "",
        null,
        null,
        null);
  }

  private Effect effect(RunTask task, EffectOutcome outcome, boolean needsPerson) {
    int n = effects.size() + 1;
    Effect effect =
        new Effect(
            "effect-" + n,
            n,
            "run",
            task.id(),
            task.attempt(),
            EffectKind.DEPLOY,
            null,
            "busy",
            false,
            new Effect.Payload(List.of(), Map.of()),
            outcome,
            needsPerson,
            0,
            0,
            null,
            null,
            null,
            false,
            0,
            0,
            false,
            null,
            "",
            NOW.minus(Duration.ofMinutes(1)),
            null,
            null);
    effects.add(effect);
    return effect;
  }
}

package io.tyto.server.pipelines.desk;

import static io.tyto.server.pipelines.RunAction.APPROVE;
import static io.tyto.server.pipelines.RunAction.COMPLETE;
import static io.tyto.server.pipelines.RunAction.MARK_DONE;
import static io.tyto.server.pipelines.RunAction.REJECT;
import static io.tyto.server.pipelines.RunAction.RETRY;
import static io.tyto.server.pipelines.RunAction.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunLoad;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of task in every state, for every action. */
class ActionTableTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final List<String> KINDS =
      List.of(
          "build",
          "validate",
          "approve",
          "manual",
          "release-transport",
          "deploy",
          "wait-for-promotion",
          "callout",
          "wait-for-message",
          "alm-status",
          "notify");

  static Stream<Arguments> everyTask() {
    return KINDS.stream()
        .flatMap(kind ->
            Stream.of(TaskState.values())
                .flatMap(state ->
                    state == TaskState.WAITING
                        ? Stream.of(WaitReason.values())
                            .map(reason -> Arguments.of(kind, state, reason))
                        : Stream.of(Arguments.of(kind, state, null))));
  }

  @ParameterizedTest
  @MethodSource("everyTask")
  void allowsWhatTheRulesSayAndNamesARefusalForTheRest(
      String kind, TaskState state, WaitReason reason) {
    RunTask task = task(kind, state, reason);
    Run run = run(task, null);
    Set<RunAction> possible = ActionTable.possible(run, task, List.of());
    assertThat(possible).isEqualTo(expected(kind, state, reason));
    for (RunAction action : RunAction.values()) {
      if (!possible.contains(action)) {
        assertThat(ActionTable.refusal(run, task, action).getMessage()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyTask")
  void allowsNothingInARunThatIsOver(String kind, TaskState state, WaitReason reason) {
    RunTask task = task(kind, state, reason);
    assertThat(ActionTable.possible(run(task, NOW), task, List.of())).isEmpty();
  }

  private static Set<RunAction> expected(String kind, TaskState state, WaitReason reason) {
    boolean approval = kind.equals("approve");
    if (state.failed()) {
      return approval ? Set.of(RETRY) : Set.of(RETRY, SKIP, MARK_DONE);
    }
    if (reason == null || reason == WaitReason.PROMOTION) {
      return Set.of();
    }
    if (reason == WaitReason.APPROVAL) {
      return Set.of(APPROVE, REJECT);
    }
    if (approval) {
      return reason == WaitReason.WINDOW ? Set.of(APPROVE) : Set.of();
    }
    return reason == WaitReason.PERSON ? Set.of(COMPLETE, REJECT, SKIP) : Set.of(SKIP);
  }

  private static RunTask task(String kind, TaskState state, WaitReason reason) {
    return new RunTask(
        "task",
        "run",
        BigDecimal.ONE,
        "QA",
        "Task",
        kind,
        null,
        "Task",
        null,
        state,
        1,
        reason,
        null,
        "",
        null,
        null,
        null);
  }

  /** A second task keeps the run open whatever the first one is in. */
  private static Run run(RunTask task, Instant abortedAt) {
    return new Run(
        new RunHeader(
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
            RunLoad.of(new WorkItemId("BHA-16"), 1, "digest")),
        List.of(task, running()),
        List.of());
  }

  private static RunTask running() {
    return new RunTask(
        "other",
        "run",
        BigDecimal.TEN,
        "QA",
        "Other",
        "build",
        null,
        "Other",
        null,
        TaskState.RUNNING,
        1,
        null,
        null,
        "",
        null,
        null,
        null);
  }
}

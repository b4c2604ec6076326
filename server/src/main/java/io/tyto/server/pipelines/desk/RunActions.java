package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A person's action, from the question who may to its effect; each in the caller's transaction. */
@Component
class RunActions {
  private final TaskContexts contexts;
  private final Rights rights;
  private final Decisions decisions;
  private final Overrides overrides;
  private final SecondPerson second;
  private final Endings endings;
  private final Traces traces;

  RunActions(
      TaskContexts contexts,
      Rights rights,
      Decisions decisions,
      Overrides overrides,
      SecondPerson second,
      Endings endings,
      Traces traces) {
    this.contexts = contexts;
    this.rights = rights;
    this.decisions = decisions;
    this.overrides = overrides;
    this.second = second;
    this.endings = endings;
    this.traces = traces;
  }

  /**
   * @return a refusal to be given after what it recorded was committed
   */
  Optional<Refusal> act(Run run, String taskId, RunAction action, ActionOrder order, Actor caller) {
    RunTask task = run.task(taskId).orElseThrow(RunDesk::missing);
    TaskContext context = contexts.of(run, task);
    List<String> withBackup = traces.withBackup(run);
    if (!ActionTable.possible(run, task, withBackup).contains(action)) {
      if (repeated(context, action)) {
        return Optional.empty();
      }
      throw ActionTable.refusal(run, task, action);
    }
    rights
        .objection(context, action, caller)
        .ifPresent(refusal -> {
          throw refusal;
        });
    if (action == RunAction.ROLL_BACK || order.bypasses(action)) {
      Decisions.requireReason(order);
    }
    Optional<Refusal> waits = second.confirm(context, action, order, caller);
    if (waits.isEmpty()) {
      perform(context, action, order, caller, withBackup);
      endings.wake(run);
    }
    return waits;
  }

  private void perform(
      TaskContext context,
      RunAction action,
      ActionOrder order,
      Actor caller,
      List<String> withBackup) {
    String digest = context.spec() instanceof TaskSpec.Approve ? rights.digest(context) : "";
    switch (action) {
      case APPROVE -> decisions.approve(context, order, caller, subject(context, caller, digest));
      case REJECT -> decisions.reject(context, order, caller, subject(context, caller, digest));
      case COMPLETE -> decisions.complete(context, order, caller);
      case RETRY -> overrides.retry(context, order, caller);
      case SKIP -> overrides.skip(context, order, caller);
      case MARK_DONE -> overrides.markDone(context, order, caller);
      case ROLL_BACK -> overrides.rollBack(context, order, caller, withBackup);
    }
    traces.remember(context, action, order, caller, digest);
  }

  private Decisions.Subject subject(TaskContext context, Actor caller, String digest) {
    return new Decisions.Subject(
        digest,
        context.spec() instanceof TaskSpec.Approve ? rights.behalf(context, caller, digest) : null);
  }

  /** The same was asked for and done before: the answer is the run as it is. */
  private static boolean repeated(TaskContext context, RunAction action) {
    TaskState state = context.task().state();
    return switch (action) {
      case APPROVE, REJECT -> false;
      case COMPLETE -> state == TaskState.DONE && given(context, Verdict.Kind.COMPLETED);
      case MARK_DONE -> state == TaskState.DONE && given(context, Verdict.Kind.MARKED_DONE);
      case SKIP -> state == TaskState.SKIPPED;
      case RETRY ->
          context.task().attempt() > 1
              && !state.failed()
              && state != TaskState.ABORTED
              && context.run().state().open();
      case ROLL_BACK ->
          context.run().everyEffectOf(context.task()).stream().anyMatch(e -> e.rolledBack());
    };
  }

  private static boolean given(TaskContext context, Verdict.Kind kind) {
    return context.verdictsHere().stream().anyMatch(v -> v.kind() == kind);
  }

  void abort(Run run, ActionOrder order, Actor caller) {
    Decisions.requireReason(order);
    endings.abort(run, order.why(), caller);
  }

  void message(Run run, String name, String token, String body) {
    TaskContext context =
        contexts.all(run).stream()
            .filter(c -> c.spec() instanceof TaskSpec.WaitForMessage w && w.name().equals(name))
            .filter(c -> c.task().token() != null)
            .filter(c -> same(Objects.requireNonNull(c.task().token()), token))
            .findFirst()
            .orElseThrow(RunDesk::missing);
    endings.arrived(context, body);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}

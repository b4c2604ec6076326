package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What may be done with a task by its kind and state alone; who may do it is asked elsewhere. */
final class ActionTable {
  private static final String APPROVE = "approve";

  private ActionTable() {}

  static Set<RunAction> possible(Run run, RunTask task, Collection<String> withBackup) {
    Set<RunAction> actions = run.state().open() ? whileOpen(task) : EnumSet.noneOf(RunAction.class);
    if (run.state().open() && mayBeApprovedAhead(run, task)) {
      actions.add(RunAction.APPROVE);
    }
    if (run.state().open() && parked(run, task)) {
      actions.add(RunAction.RETRY);
    }
    if (task.kind().equals("deploy") && canRollBack(run, task, withBackup)) {
      actions.add(RunAction.ROLL_BACK);
    }
    return actions;
  }

  private static Set<RunAction> whileOpen(RunTask task) {
    boolean approval = task.kind().equals(APPROVE);
    return switch (task.state()) {
      case WAITING -> whileWaiting(task);
      case REFUSED, BROKEN ->
          approval
              ? EnumSet.of(RunAction.RETRY)
              : EnumSet.of(RunAction.RETRY, RunAction.SKIP, RunAction.MARK_DONE);
      case READY, RUNNING, DONE, SKIPPED, NOT_APPLICABLE, ABORTED ->
          EnumSet.noneOf(RunAction.class);
    };
  }

  private static Set<RunAction> whileWaiting(RunTask task) {
    WaitReason reason = task.waitingReason();
    if (reason == null || task.kind().equals(APPROVE) && reason != WaitReason.APPROVAL) {
      return EnumSet.noneOf(RunAction.class);
    }
    return switch (reason) {
      case APPROVAL -> EnumSet.of(RunAction.APPROVE, RunAction.REJECT);
      case PERSON -> EnumSet.of(RunAction.COMPLETE, RunAction.REJECT, RunAction.SKIP);
      case MESSAGE, WINDOW, ENVIRONMENT -> EnumSet.of(RunAction.SKIP);
      case PROMOTION -> EnumSet.noneOf(RunAction.class);
    };
  }

  /** The run waits for its time, and nobody else can press Promote before the approval's turn. */
  private static boolean mayBeApprovedAhead(Run run, RunTask task) {
    boolean scheduled = run.nextTasks().stream().anyMatch(t -> t.waitsFor(WaitReason.WINDOW));
    return scheduled
        && task.kind().equals(APPROVE)
        && (task.state() == TaskState.READY || task.waitsFor(WaitReason.WINDOW))
        && run.tasks().stream()
            .filter(t -> t.position().compareTo(task.position()) < 0)
            .noneMatch(t -> t.kind().equals("wait-for-promotion") && !t.state().passed());
  }

  /** A freeze or window holds it back, not a time that somebody chose. */
  static boolean parked(Run run, RunTask task) {
    return task.waitsFor(WaitReason.WINDOW) && Effect.parked(run.effectsOf(task)).isPresent();
  }

  private static boolean canRollBack(Run run, RunTask task, Collection<String> withBackup) {
    boolean restingNow = task.state() != TaskState.RUNNING && task.state() != TaskState.READY;
    return restingNow
        && run.everyEffectOf(task).stream().anyMatch(e -> reversible(e, withBackup))
        && run.everyEffectOf(task).stream()
            .noneMatch(e -> e.kind() == EffectKind.ROLL_BACK && e.outcome().open());
  }

  static boolean reversible(Effect effect, Collection<String> withBackup) {
    return effect.kind() == EffectKind.DEPLOY
        && effect.outcome() == EffectOutcome.DONE
        && !effect.rolledBack()
        && withBackup.contains(effect.id());
  }

  /** Says why not, and what to do instead. */
  static Refusal refusal(Run run, RunTask task, RunAction action) {
    if (task.kind().equals(APPROVE)
        && (action == RunAction.SKIP
            || action == RunAction.MARK_DONE
            || action == RunAction.COMPLETE)) {
      return new Refusal(
          RunRefusal.APPROVAL_CANNOT_BE_SKIPPED,
          "An approval is never skipped, completed or marked done: somebody who may has to"
              + " approve.");
    }
    if (action == RunAction.ROLL_BACK) {
      return new Refusal(
          RunRefusal.NO_BACKUP,
          "There is nothing to roll back to: no backup was taken before \"%s\" (backup: true), or it"
                  .formatted(task.name())
              + " was rolled back already.");
    }
    if (!run.state().open()) {
      return new Refusal(
          RunRefusal.RUN_OVER,
          "This run has ended (%s); nothing is decided in it any more.".formatted(run.state()));
    }
    if (task.waitsFor(WaitReason.PROMOTION)) {
      return new Refusal(
          RunRefusal.NOT_IN_THIS_STATE, "This waits for Promote; press it on the work item.");
    }
    boolean decision = action == RunAction.APPROVE || action == RunAction.REJECT;
    return decision && task.kind().equals(APPROVE) && task.state() != TaskState.READY
        ? new Refusal(
            RunRefusal.ALREADY_DECIDED,
            "This is decided already: %s. %s".formatted(task.state(), task.message()))
        : new Refusal(
            RunRefusal.NOT_IN_THIS_STATE,
            "\"%s\" is %s now, and %s is not possible then."
                .formatted(
                    task.name(),
                    task.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    action.word()));
  }
}

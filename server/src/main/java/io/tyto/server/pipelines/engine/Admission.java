package io.tyto.server.pipelines.engine;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.doubt.Doubts;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.ApprovalScope;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.server.pipelines.task.TaskContexts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last question before anything is sent: does the run still want it, do its approvals hold for
 * exactly this, is the system free?
 */
@Component
class Admission {
  /** Whoever frees the system wakes the next one, or the sweeper does. */
  private static final Duration QUEUED = Duration.ofMinutes(30);

  /** Something of its run comes first, which wakes it. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /** A retried task has not begun again yet. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final RunStore runs;
  private final EffectStore effects;
  private final RunWriter writer;
  private final Objections objections;
  private final Doorbell bell;
  private final TransactionTemplate tx;

  Admission(
      RunStore runs,
      EffectStore effects,
      RunWriter writer,
      Objections objections,
      Doorbell bell,
      TransactionTemplate tx) {
    this.runs = runs;
    this.effects = effects;
    this.writer = writer;
    this.objections = objections;
    this.bell = bell;
    this.tx = tx;
  }

  /** What speaks against a deployment that everybody wants. */
  @Component
  record Objections(
      ApprovalScope approvals, TaskContexts contexts, Shipments shipments, Doubts doubts) {

    boolean lapsed(Run run, RunTask task) {
      return !approvals.lapsed(contexts.of(run, task)).isEmpty();
    }

    /** Another run brought the same while this one waited for the system. */
    boolean arrived(Run run, RunTask task, Effect effect) {
      return shipments.arrived(contexts.of(run, task), effect);
    }
  }

  /** May it go? */
  sealed interface Answer {

    /**
     * @param effect with its system held
     */
    record Go(Effect effect) implements Answer {}

    record Later(Duration in) implements Answer {}

    record Never() implements Answer {}
  }

  Answer ask(Effect effect) {
    return Objects.requireNonNull(tx.execute(status -> decide(effect)));
  }

  private Answer decide(Effect effect) {
    Run run = runs.lock(effect.runId()).orElseThrow();
    RunTask task = run.task(effect.taskId()).orElseThrow();
    if (task.state() == TaskState.READY && task.attempt() == effect.taskAttempt()) {
      return new Answer.Later(run.nextTasks().contains(task) ? SOON : LOOK_AGAIN);
    }
    Optional<Answer> no =
        effect.kind() == EffectKind.ROLL_BACK ? Optional.empty() : heldBack(run, task, effect);
    return no.orElseGet(() -> admitted(run, task, effect));
  }

  /** It is no longer wanted, not yet its turn, or no longer approved. */
  private Optional<Answer> heldBack(Run run, RunTask task, Effect effect) {
    if (!wanted(run, task, effect)) {
      return Optional.of(drop(run, effect));
    }
    if (effect.outcome() == EffectOutcome.NONE && !run.begins(effect)) {
      // Whoever frees the system wakes the next one, which may have to wait for another system.
      return Optional.of(new Answer.Later(LOOK_AGAIN));
    }
    if (effect.kind() == EffectKind.DEPLOY && objections.lapsed(run, task)) {
      Answer never = drop(run, effect);
      effects.dropUnbegun(task.id());
      return Optional.of(never);
    }
    return Optional.empty();
  }

  private Answer admitted(Run run, RunTask task, Effect effect) {
    if (effect.outcome() == EffectOutcome.NONE && !effects.claim(effect)) {
      return queue(run, task, effect);
    }
    if (task.waitsFor(WaitReason.ENVIRONMENT)) {
      writer.move(run, task, Move.to(TaskState.RUNNING, ""), Actor.SYSTEM, "");
      writer.refresh(run.id());
    }
    boolean unasked = effect.kind() == EffectKind.DEPLOY && !effect.again();
    if (unasked && effect.sentAt() == null && objections.arrived(run, task, effect)) {
      return end(run, effect, EffectOutcome.DROPPED, "already-there", "Already there.");
    }
    Optional<String> inDoubt =
        unasked ? objections.doubts().objection(task, effect) : Optional.empty();
    if (inDoubt.isPresent()) {
      return end(run, effect, EffectOutcome.REFUSED, Doubts.IN_DOUBT, inDoubt.get());
    }
    return effects
        .find(effect.id())
        .filter(now -> now.epoch() == effect.epoch())
        .<Answer>map(Answer.Go::new)
        .orElseGet(Answer.Never::new);
  }

  private static boolean wanted(Run run, RunTask task, Effect effect) {
    boolean current = task.state() == TaskState.RUNNING || task.waitsFor(WaitReason.ENVIRONMENT);
    return run.state().open() && current && task.attempt() == effect.taskAttempt();
  }

  private Answer drop(Run run, Effect effect) {
    return end(
        run, effect, EffectOutcome.DROPPED, "not-wanted", "Not begun: the run went another way.");
  }

  private Answer end(Run run, Effect effect, EffectOutcome how, String code, String message) {
    bell.over(effect.ended(how, code, message, bell.now()));
    runs.want(run.id());
    return new Answer.Never();
  }

  private Answer queue(Run run, RunTask task, Effect effect) {
    Optional<Effect> ahead = effects.ahead(effect);
    String who =
        ahead
            .flatMap(other -> runs.find(other.runId()))
            .map(other ->
                "The target is busy with %s (run %s)."
                    .formatted(other.header().carried(), other.id()))
            .orElse("The target is busy.");
    if (task.state() == TaskState.RUNNING) {
      writer.move(
          run,
          task,
          new Move(TaskState.WAITING, who, WaitReason.ENVIRONMENT, null),
          Actor.SYSTEM,
          "");
      writer.refresh(run.id());
    } else if (!task.message().equals(who)) {
      writer.say(task, who);
    }
    return new Answer.Later(QUEUED);
  }
}

package io.tyto.server.pipelines.engine;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.doubt.Doubts;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Holdback;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.TargetPermissionGate;
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
import io.tyto.server.pipelines.task.DeployTask;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.TargetFaults;
import io.tyto.server.pipelines.work.WorkResult;
import io.tyto.spi.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** A retried task has not begun again yet, or its gates are being asked. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Then somebody asks what became of it. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(100);

  private static final Set<Fault.Kind> SILENT =
      Set.of(Fault.Kind.UNREACHABLE, Fault.Kind.UNAVAILABLE, Fault.Kind.UNKNOWN);

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
      ApprovalScope approvals,
      TaskContexts contexts,
      Shipments shipments,
      Doubts doubts,
      DeployTask deploy,
      Holdback holdback,
      TargetPermissionGate permission,
      TargetFaults faults) {

    boolean lapsed(Run run, RunTask task) {
      return !approvals.lapsed(contexts.of(run, task)).isEmpty();
    }

    /** It gave no answer too often, to this deployment or to others. */
    Optional<String> silent(TaskContext context, EnvironmentId at) {
      return faults
          .usedUp(at)
          .map(since ->
              "%s gave no answer %d times in a row, since %s. Nothing was sent. Mend the connection, then Retry: it is tried once, and goes on when it answers."
                  .formatted(
                      deploy.targetsOf(context).stream()
                          .map(Target::environment)
                          .filter(target -> target.id().equals(at))
                          .map(EnvironmentView::name)
                          .findFirst()
                          .orElse(at.value()),
                      TargetFaults.MOST,
                      since));
    }

    boolean leadsThere(TaskContext context, Effect effect) {
      return deploy.targetsOf(context).stream()
          .anyMatch(target -> target.environment().id().equals(effect.environmentId()));
    }

    /** The environment was made plan-only while this one waited for the system. */
    Optional<String> planOnly(TaskContext context, Effect effect) {
      return deploy.targetsOf(context).stream()
          .map(Target::environment)
          .filter(at -> at.id().equals(effect.environmentId()))
          .filter(at -> at.mode() == EnvironmentView.Mode.PLAN_ONLY)
          .findFirst()
          .map(DeployTask::planOnly);
    }

    /**
     * @throws Refusal when the environment was made plan-only since the deployment, or something
     *     newer came there
     */
    void mayRollBack(TaskContext context, Effect rollBack) {
      shipments.requireNewest(
          List.of(Objects.requireNonNull(rollBack.payload().options().get("of"))),
          Objects.requireNonNull(rollBack.environmentId()),
          context.deliverables(rollBack.payload().deliverables()));
      planOnly(context, rollBack)
          .ifPresent(why -> {
            throw new Refusal(ArtifactRefusal.PLAN_ONLY, why);
          });
    }

    /** The right to deploy was taken from who promoted while this one waited for the system. */
    Optional<GateVerdict> notPermitted(TaskContext context, Effect effect) {
      if (effect.sentAt() != null) {
        return Optional.empty();
      }
      List<Target> here =
          deploy.targetsOf(context).stream()
              .filter(target -> target.environment().id().equals(effect.environmentId()))
              .toList();
      return Optional.of(permission.verdict(context.project(), context.promoter(), here))
          .filter(GateVerdict::stops);
    }

    /**
     * A freeze began or a window closed while this one waited for the system. What has begun is
     * brought to its end.
     */
    Optional<Holdback.Held> held(TaskContext context) {
      return context.effects().stream().anyMatch(Objections::wasSent)
          ? Optional.empty()
          : holdback.ask(
              context.task(), context.project().value(), deploy.targetsOf(context), context.now());
    }

    private static boolean wasSent(Effect effect) {
      return effect.kind() == EffectKind.DEPLOY && effect.sentAt() != null;
    }
  }

  /** May it go? */
  sealed interface Answer {

    /**
     * @param effect with its system held
     * @param run as it was when that was decided
     */
    record Go(Effect effect, Run run) implements Answer {}

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
    if (!run.wants(effect)) {
      return Optional.of(drop(run, effect));
    }
    if (run.waitsForGates(effect)) {
      bell.ring(effect);
      return Optional.of(new Answer.Later(SOON));
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

  private Answer admitted(Run asked, RunTask task, Effect effect) {
    if (effect.outcome() == EffectOutcome.NONE && !effects.claim(effect)) {
      return queue(asked, task, effect);
    }
    Run run = task.waitsFor(WaitReason.ENVIRONMENT) ? goesOn(asked, task) : asked;
    Optional<Answer> no =
        switch (effect.kind()) {
          case DEPLOY -> objection(run, task, effect);
          case ROLL_BACK -> {
            objections.mayRollBack(objections.contexts().of(run, task), effect);
            yield Optional.empty();
          }
          case SECURE, CHECK, RELEASE_TRANSPORT, GATES, CALLOUT, ALM_STATUS -> Optional.empty();
        };
    return no.orElseGet(() ->
        effects
            .find(effect.id())
            .filter(now -> now.epoch() == effect.epoch())
            .<Answer>map(now -> new Answer.Go(now, run))
            .orElseGet(Answer.Never::new));
  }

  private Run goesOn(Run run, RunTask task) {
    writer.move(run, task, Move.to(TaskState.RUNNING, ""), Actor.SYSTEM, "");
    return writer.refresh(run.id());
  }

  /** What may have changed at the target or in the calendar while it waited for the system. */
  private Optional<Answer> objection(Run run, RunTask task, Effect effect) {
    TaskContext context = objections.contexts().of(run, task);
    boolean unasked = !effect.again();
    if (unasked && effect.sentAt() == null && objections.shipments().arrived(context, effect)) {
      return Optional.of(
          end(run, effect, EffectOutcome.DROPPED, "already-there", "Already there."));
    }
    Optional<String> inDoubt =
        unasked ? objections.doubts().objection(task, effect) : Optional.empty();
    if (inDoubt.isPresent()) {
      return Optional.of(end(run, effect, EffectOutcome.REFUSED, Doubts.IN_DOUBT, inDoubt.get()));
    }
    if (!objections.leadsThere(context, effect)) {
      // The landscape was changed: settling orders anew, for where it leads now.
      return Optional.of(drop(run, effect));
    }
    Optional<String> planOnly = objections.planOnly(context, effect);
    if (planOnly.isPresent()) {
      return Optional.of(end(run, effect, EffectOutcome.REFUSED, "plan-only", planOnly.get()));
    }
    Optional<GateVerdict> notPermitted = objections.notPermitted(context, effect);
    if (notPermitted.isPresent()) {
      GateVerdict why = notPermitted.get();
      return Optional.of(end(run, effect, EffectOutcome.REFUSED, why.code(), why.said()));
    }
    Optional<String> silent =
        objections.silent(context, Objects.requireNonNull(effect.environmentId()));
    if (silent.isPresent()) {
      return Optional.of(end(run, effect, EffectOutcome.BROKEN, "target-silent", silent.get()));
    }
    return objections.held(context).map(held -> park(run, task, effect, held));
  }

  private Answer park(Run run, RunTask task, Effect effect, Holdback.Held held) {
    Answer never = end(run, effect, EffectOutcome.PARKED, held.until().toString(), held.message());
    effects.dropUnbegun(task.id());
    return never;
  }

  /**
   * What the target answered, or that it did not; for the budget of all who want something there.
   */
  void heard(Effect effect, WorkResult result) {
    EnvironmentId at = effect.environmentId();
    if (at == null) {
      return;
    }
    boolean silent =
        result instanceof WorkResult.Broken(Fault fault) && SILENT.contains(fault.kind());
    if (silent) {
      objections.faults().count(at);
    } else {
      objections.faults().answered(at);
    }
  }

  /**
   * Writes down that it is being sent, after the target was looked at, which takes its time: the
   * run may have gone another way meanwhile.
   *
   * @return false when it is not wanted any more, or somebody else took the effect: then nothing
   *     may be sent
   */
  boolean sends(Effect admitted, Effect sending) {
    Instant late = bell.now().plus(LONGEST_CALL);
    if (admitted.environmentId() == null) {
      return effects.write(sending, late);
    }
    return Boolean.TRUE.equals(
        tx.execute(status -> {
          Run run = runs.lock(admitted.runId()).orElseThrow();
          RunTask task = run.task(admitted.taskId()).orElseThrow();
          return (admitted.kind() == EffectKind.ROLL_BACK
                  || heldBack(run, task, admitted).isEmpty())
              && effects.write(sending, late);
        }));
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
                other.header().project().equals(run.header().project())
                    ? "The target is busy with %s (run %s)."
                        .formatted(other.header().carried(), other.id())
                    : "The target is busy with a run of another project.")
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

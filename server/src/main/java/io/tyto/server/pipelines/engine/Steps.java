package io.tyto.server.pipelines.engine;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskPlan;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.Step;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.task.TaskRunner;
import java.math.BigDecimal;
import java.math.MathContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets the runner of a task say its step and writes it down. In the caller's transaction. */
@Component
public class Steps {
  private static final int TOKEN_BYTES = 24;

  private final Map<String, TaskRunner> runners;
  private final TaskContexts contexts;
  private final RunWriter writer;
  private final EffectStore effects;
  private final SecureRandom random = new SecureRandom();

  Steps(List<TaskRunner> runners, TaskContexts contexts, RunWriter writer, EffectStore effects) {
    this.runners =
        runners.stream().collect(Collectors.toMap(TaskRunner::kind, Function.identity()));
    this.contexts = contexts;
    this.writer = writer;
    this.effects = effects;
  }

  TaskContext context(Run run, RunTask task) {
    return contexts.of(run, task);
  }

  /**
   * @return the run after it, as the following ones do
   */
  Run begin(TaskContext context) {
    return apply(context, runner(context.task()).begin(context));
  }

  Run settle(TaskContext context) {
    return apply(context, runner(context.task()).settle(context));
  }

  /**
   * A task that waited for its time begins, by way of ready when it goes on waiting for something
   * else; any other wait has run out.
   */
  Run resume(TaskContext context) {
    RunTask task = context.task();
    if (!task.waitsFor(WaitReason.WINDOW)) {
      return apply(context, runner(task).resume(context));
    }
    Step step = runner(task).begin(context);
    return step instanceof Step.Wait
        ? move(context.run(), task, Move.to(TaskState.READY, "Its time has come."))
        : apply(context, step);
  }

  private TaskRunner runner(RunTask task) {
    return Objects.requireNonNull(runners.get(task.kind()), task.kind());
  }

  private Run apply(TaskContext context, Step step) {
    boolean goesOn = context.spec().continueOnFailure();
    return apply(context.run(), context.task(), goesOn ? step.inSpite() : step);
  }

  /** Writes a step down as it is. */
  Run apply(Run run, RunTask task, Step step) {
    return switch (step) {
      case Step.Done done -> move(run, task, Move.to(TaskState.DONE, done.message()));
      case Step.NotApplicable none ->
          move(run, task, Move.to(TaskState.NOT_APPLICABLE, none.message()));
      case Step.Refused refused -> move(run, task, Move.to(TaskState.REFUSED, refused.message()));
      case Step.Broken broken -> move(run, task, Move.to(TaskState.BROKEN, broken.message()));
      case Step.Wait wait -> await(run, task, wait);
      case Step.Work work -> order(run, task, work);
      case Step.AskAgain again -> askAgain(run, task, again);
    };
  }

  private Run await(Run run, RunTask task, Step.Wait wait) {
    if (wait.reason() == WaitReason.MESSAGE) {
      byte[] token = new byte[TOKEN_BYTES];
      random.nextBytes(token);
      writer.giveToken(task, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }
    return move(
        run, task, new Move(TaskState.WAITING, wait.message(), wait.reason(), wait.wakeAt()));
  }

  private Run order(Run run, RunTask task, Step.Work work) {
    work.orders().stream()
        .filter(order -> !underWay(run, task, order))
        .forEach(order -> effects.add(task, order));
    if (task.state() == TaskState.RUNNING) {
      writer.say(task, work.message());
      return writer.refresh(run.id());
    }
    return move(run, task, Move.to(TaskState.RUNNING, work.message()));
  }

  /** A retry took it up again: it is not ordered once more. */
  private static boolean underWay(Run run, RunTask task, Effect.Order order) {
    return run.effectsOf(task).stream()
        .filter(effect -> effect.outcome().open() && effect.kind() == order.kind())
        .filter(effect -> Objects.equals(effect.environmentId(), order.environmentId()))
        .anyMatch(effect -> effect.payload().equals(order.payload()));
  }

  /** Puts copies of the approvals between this task, or its parallel group, and what is before. */
  private Run askAgain(Run run, RunTask task, Step.AskAgain again) {
    BigDecimal first =
        run.tasks().stream()
            .filter(t -> t.equals(task) || task.group() != null && inGroup(t, task))
            .map(RunTask::position)
            .min(BigDecimal::compareTo)
            .orElse(task.position());
    BigDecimal before =
        run.tasks().stream()
            .map(RunTask::position)
            .filter(position -> position.compareTo(first) < 0)
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    int count = again.approvals().size();
    BigDecimal gap =
        first.subtract(before).divide(BigDecimal.valueOf(count + 1L), MathContext.DECIMAL64);
    for (int i = 0; i < count; i++) {
      RunTask approval = again.approvals().get(i);
      writer.insert(
          run.id(),
          new TaskPlan(
              before.add(gap.multiply(BigDecimal.valueOf(i + 1L))),
              task.stage(),
              approval.definedAs() + " (again)",
              approval.kind(),
              null,
              approval.definedAs(),
              null));
    }
    writer.audit(
        run, Actor.SYSTEM, "approval-lapsed", Map.of("task", task.name(), "why", again.message()));
    if (task.state() == TaskState.READY) {
      writer.say(task, again.message());
      return writer.refresh(run.id());
    }
    return move(run, task, Move.to(TaskState.READY, again.message()));
  }

  private static boolean inGroup(RunTask task, RunTask other) {
    return task.stage().equals(other.stage()) && Objects.equals(task.group(), other.group());
  }

  private Run move(Run run, RunTask task, Move move) {
    return move(run, task, move, Actor.SYSTEM, "");
  }

  /** Moves a task and everything that follows from it at once. */
  public Run move(Run run, RunTask task, Move move, Actor by, String why) {
    writer.move(run, task, move, by, why);
    if (move.to().failed() || move.to().terminal()) {
      effects.dropUnbegun(task.id());
    }
    Run after = writer.refresh(run.id());
    if (task.kind().equals("deploy") && move.to() == TaskState.DONE) {
      writer.tellOutside(after, task, "%s: %s".formatted(task.name(), move.message()));
    }
    return after;
  }
}

package io.tyto.server.pipelines.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored, and what follows from it. Pure: time is an argument.
 *
 * @param tasks by position
 * @param effects by sequence
 */
public record Run(RunHeader header, List<RunTask> tasks, List<Effect> effects) {

  public Run {
    tasks = tasks.stream().sorted(Comparator.comparing(RunTask::position)).toList();
    effects = List.copyOf(effects);
  }

  public String id() {
    return header.id();
  }

  public RunState state() {
    if (header.supersededBy() != null) {
      return RunState.SUPERSEDED;
    }
    if (header.abortedAt() != null) {
      return RunState.ABORTED;
    }
    return RunState.of(tasks.stream().map(RunTask::state).toList());
  }

  /** Stages in order with their tasks. */
  public Map<String, List<RunTask>> stages() {
    Map<String, List<RunTask>> stages = new LinkedHashMap<>();
    tasks.forEach(t -> stages.computeIfAbsent(t.stage(), name -> new ArrayList<>()).add(t));
    return stages;
  }

  public RunState stageState(String stage) {
    return RunState.ofStage(
        tasks.stream().filter(task -> task.stage().equals(stage)).map(RunTask::state).toList());
  }

  /** The first stage that is not through, or the last one. */
  public String currentStage() {
    return tasks.stream()
        .filter(task -> !task.state().passed())
        .findFirst()
        .orElseGet(tasks::getLast)
        .stage();
  }

  public Optional<RunTask> task(String id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /** Effects that the task's current attempt ordered. */
  public List<Effect> effectsOf(RunTask task) {
    return effects.stream()
        .filter(e -> e.taskId().equals(task.id()) && e.taskAttempt() == task.attempt())
        .filter(e -> e.kind() != EffectKind.ROLL_BACK)
        .toList();
  }

  /** Whether its task still is where it ordered that. */
  public boolean wants(Effect effect) {
    return state().open()
        && task(effect.taskId())
            .filter(task -> task.attempt() == effect.taskAttempt())
            .filter(
                task -> task.state() == TaskState.RUNNING || task.waitsFor(WaitReason.ENVIRONMENT))
            .isPresent();
  }

  /** Effects of all attempts of the task. */
  public List<Effect> everyEffectOf(RunTask task) {
    return effects.stream().filter(e -> e.taskId().equals(task.id())).toList();
  }

  /** What to do now; empty when the run rests or is over. */
  public List<RunDecision> next(Instant now) {
    List<RunDecision> decisions = new ArrayList<>();
    effects.stream()
        .filter(e -> e.kind() == EffectKind.ROLL_BACK && e.outcome() == EffectOutcome.NONE)
        .forEach(e -> decisions.add(new RunDecision.Begin(e)));
    if (state().open()) {
      nextTasks().forEach(task -> decisionOn(task, now).ifPresent(decisions::add));
    }
    return decisions;
  }

  /** When a wait ends by itself, so that somebody looks again. */
  public Optional<Instant> wakeAt() {
    return state().open()
        ? nextTasks().stream()
            .filter(task -> task.state() == TaskState.WAITING)
            .map(RunTask::wakeAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /**
   * The tasks whose turn it is: one, or the parallel group around the first that is not through.
   */
  public List<RunTask> nextTasks() {
    RunTask first = tasks.stream().filter(task -> !task.state().passed()).findFirst().orElse(null);
    if (first == null) {
      return List.of();
    }
    return first.group() == null
        ? List.of(first)
        : tasks.stream()
            .filter(task -> task.stage().equals(first.stage()))
            .filter(task -> Objects.equals(task.group(), first.group()))
            .toList();
  }

  /**
   * The wait that Promote would release now. Its turn counts, whether the engine has said so
   * already or not: between two turns nobody should be told that there is nothing to promote.
   */
  public Optional<RunTask> promotable() {
    return state().open()
        ? nextTasks().stream()
            .filter(task -> task.kind().equals("wait-for-promotion"))
            .filter(task -> task.state() == TaskState.READY || task.waitsFor(WaitReason.PROMOTION))
            .findFirst()
        : Optional.empty();
  }

  private Optional<RunDecision> decisionOn(RunTask task, Instant now) {
    return switch (task.state()) {
      case READY -> Optional.of(new RunDecision.Start(task));
      case WAITING ->
          due(task.wakeAt(), now) ? Optional.of(new RunDecision.Resume(task)) : queued(task);
      case RUNNING -> onRunning(task);
      case DONE, REFUSED, BROKEN, SKIPPED, NOT_APPLICABLE, ABORTED -> Optional.empty();
    };
  }

  private Optional<RunDecision> queued(RunTask task) {
    return task.waitsFor(WaitReason.ENVIRONMENT) ? onRunning(task) : Optional.empty();
  }

  /** Effects of a task come one after the other, and none after one that failed. */
  public boolean begins(Effect effect) {
    return task(effect.taskId())
        .flatMap(this::onRunning)
        .filter(d -> d instanceof RunDecision.Begin b && b.effect().id().equals(effect.id()))
        .isPresent();
  }

  /** Taken up again by a retry, and not sent: the gates of this attempt come first. */
  public boolean waitsForGates(Effect effect) {
    return effect.outcome() == EffectOutcome.INTENT
        && effects.stream()
            .filter(e -> e.taskId().equals(effect.taskId()) && e.seq() > effect.seq())
            .filter(e -> e.taskAttempt() == effect.taskAttempt())
            .anyMatch(e -> e.kind() == EffectKind.GATES && e.outcome() != EffectOutcome.DONE);
  }

  private Optional<RunDecision> onRunning(RunTask task) {
    for (Effect effect : effectsOf(task)) {
      if (waitsForGates(effect)) {
        continue;
      }
      if (effect.needsPerson()) {
        return Optional.of(new RunDecision.Settle(task));
      }
      if (effect.outcome() == EffectOutcome.NONE) {
        return Optional.of(new RunDecision.Begin(effect));
      }
      if (effect.outcome().open()) {
        return Optional.empty();
      }
      if (effect.outcome() == EffectOutcome.REFUSED || effect.outcome() == EffectOutcome.BROKEN) {
        return Optional.of(new RunDecision.Settle(task));
      }
    }
    return Optional.of(new RunDecision.Settle(task));
  }

  private static boolean due(@Nullable Instant at, Instant now) {
    return at != null && !now.isBefore(at);
  }
}

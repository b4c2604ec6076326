package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.task.Approvers;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a task waits for a certain person. */
@Component
class Concerns {
  /** What brings something outside: whoever may go on with it is asked, not its promoter alone. */
  private static final Set<String> OUTWARD = Set.of("deploy", "release-transport", "callout");

  private static final Set<EffectOutcome> FAILED =
      Set.of(EffectOutcome.REFUSED, EffectOutcome.BROKEN);

  /** Nobody can say that a roll back is wanted no more. */
  static final Duration ROLL_BACKS = Duration.ofDays(14);

  private final RunViews views;
  private final Traces traces;
  private final SecondPerson second;
  private final Approvers approvers;

  Concerns(RunViews views, Traces traces, SecondPerson second, Approvers approvers) {
    this.views = views;
    this.traces = traces;
    this.second = second;
    this.approvers = approvers;
  }

  /** As the word of the API says it. */
  enum Reason {
    APPROVAL("approval"),
    MANUAL("manual"),
    /** Rejected: back to who promoted, made or attached it. */
    RETURNED("returned"),
    /** Refused, failed, or nobody can tell how it ended. */
    STOPPED("stopped"),
    /** It was to be put back as it was before, and was not. */
    ROLL_BACK("roll-back"),
    /** Somebody wants to go around a rule, and a second person has to want it, too. */
    SECOND_PERSON("second-person");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * @param since how long it has waited
   * @param behalf for whom a deputy would decide
   */
  record Concern(
      Reason reason,
      String message,
      @Nullable Instant since,
      List<String> actions,
      @Nullable String behalf) {

    static Concern of(Reason reason, RunTask task, List<String> actions) {
      return new Concern(reason, task.message(), waiting(task), actions, null);
    }

    private static @Nullable Instant waiting(RunTask task) {
      return task.endedAt() == null ? task.startedAt() : task.endedAt();
    }
  }

  /**
   * @param wishes ways around rules in this run that nobody confirmed yet
   */
  List<Concern> of(TaskContext context, Actor person, List<Bypass> wishes) {
    RunTask task = context.task();
    List<String> actions = views.actions(context, person, List.of());
    List<Concern> found = new ArrayList<>();
    if (actions.contains(RunAction.APPROVE.word())) {
      String behalf = task.kind().equals("approve") ? views.behalf(context, person) : null;
      found.add(
          new Concern(Reason.APPROVAL, task.message(), Concern.waiting(task), actions, behalf));
    } else if (actions.contains(RunAction.COMPLETE.word())) {
      found.add(Concern.of(Reason.MANUAL, task, actions));
    } else if (task.state().failed() && rejected(context)) {
      if (promoted(context, person) || made(context, person)) {
        found.add(Concern.of(Reason.RETURNED, task, actions));
      }
    } else if (task.state().failed() && goesOn(context, person, actions)) {
      found.add(Concern.of(Reason.STOPPED, task, actions));
    }
    notRolledBack(context)
        .flatMap(failed -> putsBack(context, person, failed))
        .ifPresent(found::add);
    wishes.stream()
        .filter(wish -> second.confirms(context, wish, person, actions))
        .map(wish ->
            new Concern(
                Reason.SECOND_PERSON, SecondPerson.sentence(wish), wish.askedAt(), actions, null))
        .forEach(found::add);
    return found;
  }

  /** A try that failed not long ago, when none came after it. */
  private static Optional<Effect> notRolledBack(TaskContext context) {
    Instant since = context.now().minus(ROLL_BACKS);
    return context.run().everyEffectOf(context.task()).stream()
        .filter(effect -> effect.kind() == EffectKind.ROLL_BACK)
        .collect(Collectors.toMap(Effect::payload, tried -> tried, (a, b) -> b))
        .values()
        .stream()
        .filter(last -> FAILED.contains(last.outcome()))
        .filter(last -> last.endedAt() != null && last.endedAt().isAfter(since))
        .min(Comparator.comparing(Effect::seq));
  }

  private Optional<Concern> putsBack(TaskContext context, Actor person, Effect failed) {
    List<String> actions = views.actions(context, person, traces.withBackup(context.run()));
    return promoted(context, person) || actions.contains(RunAction.ROLL_BACK.word())
        ? Optional.of(
            new Concern(
                Reason.ROLL_BACK, context.task().message(), failed.endedAt(), actions, null))
        : Optional.empty();
  }

  private static boolean rejected(TaskContext context) {
    return context.verdictsHere().stream().anyMatch(v -> v.kind() == Verdict.Kind.REJECTED);
  }

  private static boolean goesOn(TaskContext context, Actor person, List<String> actions) {
    return promoted(context, person)
        || OUTWARD.contains(context.task().kind()) && actions.contains(RunAction.RETRY.word());
  }

  private static boolean promoted(TaskContext context, Actor person) {
    return context.promoters().contains(person.id());
  }

  /** Attached it, or wrote it in the system that it comes from. */
  private boolean made(TaskContext context, Actor person) {
    return approvers.authors(context).contains(person.id())
        || context.candidate().deliverables().stream()
            .anyMatch(d ->
                d.addedBy().equals(person.id().value())
                    || d.addedBy().equalsIgnoreCase(person.name()));
  }
}

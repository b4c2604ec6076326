package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.task.Approvers;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a task waits for a certain person. */
@Component
class Concerns {
  /** What brings something outside: whoever may go on with it is asked, not its promoter alone. */
  private static final Set<String> OUTWARD = Set.of("deploy", "release-transport", "callout");

  private final RunViews views;
  private final SecondPerson second;
  private final Approvers approvers;

  Concerns(RunViews views, SecondPerson second, Approvers approvers) {
    this.views = views;
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
   * @param behalf for whom a deputy would decide
   */
  record Concern(Reason reason, String message, List<String> actions, @Nullable String behalf) {}

  /**
   * @param wishes ways around rules in this run that nobody confirmed yet
   */
  List<Concern> of(TaskContext context, Actor person, List<Bypass> wishes) {
    RunTask task = context.task();
    List<String> actions = views.actions(context, person, List.of());
    List<Concern> found = new ArrayList<>();
    if (actions.contains(RunAction.APPROVE.word())) {
      String behalf = task.kind().equals("approve") ? views.behalf(context, person) : null;
      found.add(new Concern(Reason.APPROVAL, task.message(), actions, behalf));
    } else if (actions.contains(RunAction.COMPLETE.word())) {
      found.add(new Concern(Reason.MANUAL, task.message(), actions, null));
    } else if (task.state().failed() && rejected(context)) {
      if (promoted(context, person) || made(context, person)) {
        found.add(new Concern(Reason.RETURNED, task.message(), actions, null));
      }
    } else if (task.state().failed() && goesOn(context, person, actions)) {
      found.add(new Concern(Reason.STOPPED, task.message(), actions, null));
    }
    wishes.stream()
        .filter(wish -> second.confirms(context, wish, person, actions))
        .map(wish -> new Concern(Reason.SECOND_PERSON, SecondPerson.sentence(wish), actions, null))
        .forEach(found::add);
    return found;
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

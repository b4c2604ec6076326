package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the list of ways around rules, and on Production asks for a second person. */
@Component
class SecondPerson {
  private final VerdictStore verdicts;
  private final RunWriter writer;
  private final Production production;

  SecondPerson(VerdictStore verdicts, RunWriter writer, Production production) {
    this.verdicts = verdicts;
    this.writer = writer;
    this.production = production;
  }

  /**
   * @return empty when it may be done now; else what to tell the first person, whose wish is
   *     recorded
   */
  Optional<Refusal> confirm(
      TaskContext context, RunAction action, ActionOrder order, Actor caller) {
    if (!order.bypasses(action)) {
      return Optional.empty();
    }
    List<String> words = words(context, action, order);
    boolean freeze = words.contains(Bypass.FREEZE);
    boolean needed = freeze || production.concerns(context);
    if (needed && caller.kind() != Actor.Kind.PERSON) {
      throw new Refusal(
          RunRefusal.TOKEN_CANNOT_APPROVE,
          "This takes two people; a token is none. Sign in as a person.");
    }
    boolean confirmed = true;
    for (String word : words) {
      confirmed &= confirmed(context, word, order, caller, needed);
    }
    return needed && !confirmed ? Optional.of(wait(action, freeze)) : Optional.empty();
  }

  /** Each way around on its own: one that was confirmed says nothing of another. */
  private static List<String> words(TaskContext context, RunAction action, ActionOrder order) {
    if (action != RunAction.RETRY) {
      return List.of(action.word());
    }
    if (order.overrides() && ActionTable.parked(context.run(), context.task())) {
      return List.of(Bypass.FREEZE);
    }
    List<String> words = new ArrayList<>();
    if (order.onceMore()) {
      words.add(action.word());
    }
    if (order.overrides()) {
      words.add(Bypass.OVERRIDE);
    }
    return words;
  }

  /** Records the wish of the first one, and that a second one has the same. */
  private boolean confirmed(
      TaskContext context, String word, ActionOrder order, Actor caller, boolean needed) {
    Optional<Bypass> asked =
        word.equals(Bypass.OVERRIDE)
            ? verdicts.override(context.task())
            : verdicts.bypass(context.task(), word);
    if (asked.isEmpty()) {
      verdicts.addBypass(context.task(), word, caller, order.why());
      writer.audit(
          context.run(),
          caller,
          "bypass-asked",
          Map.of("task", context.task().name(), "action", word, "reason", order.why()));
      if (needed) {
        writer.tellPeople(context.task(), TaskCameToRest.Why.SECOND_PERSON);
      }
      writer.refresh(context.run().id());
      return false;
    }
    boolean other = !asked.get().askedBy().equals(caller.id());
    if (needed && other) {
      verdicts.confirmBypass(asked.get(), caller);
    }
    return other || asked.get().confirmedBy() != null;
  }

  /**
   * Whether this person confirms that wish by doing the same.
   *
   * @param actions what the person may do with the task
   */
  boolean confirms(TaskContext context, Bypass wish, Actor person, List<String> actions) {
    return wish.taskId().equals(context.task().id())
        && wish.attempt() == context.task().attempt()
        && wish.confirmedBy() == null
        && !wish.askedBy().equals(person.id())
        && actions.contains(action(wish).word())
        && (wish.action().equals(Bypass.FREEZE) || production.concerns(context));
  }

  /** What somebody wants, and what the second person does to confirm it. */
  static String sentence(Bypass wish) {
    return "%s asked for %s: %s. It is done when a second person does the same."
        .formatted(wish.askedName(), wish.action(), wish.reason());
  }

  private static RunAction action(Bypass wish) {
    return Arrays.stream(RunAction.values())
        .filter(action -> action.word().equals(wish.action()))
        .findFirst()
        .orElse(RunAction.RETRY);
  }

  private static Refusal wait(RunAction action, boolean freeze) {
    return new Refusal(
        RunRefusal.SECOND_PERSON_NEEDED,
        "Recorded. %s a second person has to do the same (%s) to confirm it."
            .formatted(freeze ? "In a freeze" : "On Production", action.word()));
  }
}

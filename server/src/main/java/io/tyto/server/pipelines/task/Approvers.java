package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.trace.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may decide on an approval. */
@Component
public class Approvers {
  private final People people;
  private final Users users;
  private final Environments environments;

  Approvers(People people, Users users, Environments environments) {
    this.people = people;
    this.users = users;
    this.environments = environments;
  }

  /**
   * Why this caller may not decide; empty when the caller may.
   *
   * @param digest of what would be decided on; a decision on something else does not count as one
   */
  public Optional<Refusal> objection(TaskContext context, Actor caller, String digest) {
    TaskSpec.Approve rule = context.spec(TaskSpec.Approve.class);
    if (caller.kind() != Actor.Kind.PERSON) {
      return no(
          RunRefusal.TOKEN_CANNOT_APPROVE,
          "A token never approves. Sign in as a person and decide there.");
    }
    if (context.verdictsHere().stream()
        .anyMatch(v -> v.user().equals(caller.id()) && v.digest().equals(digest))) {
      return no(
          RunRefusal.ALREADY_DECIDED, "You have decided on this already; nobody decides twice.");
    }
    if (!people.named(context.project(), rule.by(), caller.id())) {
      return no(
          RunRefusal.NOT_YOURS,
          "This is for %s to decide.".formatted(String.join(", ", rule.by())));
    }
    return excluded(context, rule, caller);
  }

  private Optional<Refusal> excluded(TaskContext context, TaskSpec.Approve rule, Actor caller) {
    if (rule.exclude().contains("promoter") && context.promoters().contains(caller.id())) {
      return no(
          RunRefusal.NOT_YOURS, "You pressed Promote, so somebody else has to decide on this.");
    }
    if (rule.exclude().contains("earlier") && approvedBefore(context, caller)) {
      return no(
          RunRefusal.NOT_YOURS,
          "You approved an earlier step of this run, so somebody else has to decide on this one.");
    }
    if (rule.exclude().contains("author")) {
      return context.candidate().deliverables().stream()
          .map(deliverable -> authorship(deliverable, caller))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private static boolean approvedBefore(TaskContext context, Actor caller) {
    return context.verdicts().stream()
        .filter(v -> v.kind() == Verdict.Kind.APPROVED && v.user().equals(caller.id()))
        .map(Verdict::taskId)
        .flatMap(id -> context.run().task(id).stream())
        .anyMatch(task -> isEarlier(task, context.task()));
  }

  private static boolean isEarlier(RunTask task, RunTask than) {
    return task.position().compareTo(than.position()) < 0
        && !Objects.equals(task.definedAs(), than.definedAs());
  }

  /**
   * Without a known author the attacher counts as the author; an unknown author stops everybody.
   */
  private Optional<Refusal> authorship(Deliverable deliverable, Actor caller) {
    String author = deliverable.author();
    if (author == null || author.isBlank()) {
      boolean attached =
          deliverable.addedBy().equals(caller.id().value())
              || deliverable.addedBy().equalsIgnoreCase(caller.name());
      return attached ? mine(deliverable) : Optional.empty();
    }
    String system =
        Optional.ofNullable(deliverable.environmentId())
            .flatMap(environments::find)
            .map(EnvironmentView::name)
            .orElse("*");
    List<UserView> known = users.knownAs(system, author);
    if (known.isEmpty()) {
      return no(
          RunRefusal.AUTHOR_UNKNOWN,
          ("%s was made by %s in %s, who is no user here, so nobody can be told apart from the"
                  + " author. Add the alias %s to that person's user.")
              .formatted(deliverable.name(), author, system, author));
    }
    return known.stream().anyMatch(user -> user.id().equals(caller.id()))
        ? mine(deliverable)
        : Optional.empty();
  }

  private static Optional<Refusal> mine(Deliverable deliverable) {
    return no(
        RunRefusal.NOT_YOURS,
        "You are the author of %s, so somebody else has to decide on this."
            .formatted(deliverable.name()));
  }

  private static Optional<Refusal> no(RunRefusal code, String message) {
    return Optional.of(new Refusal(code, message));
  }
}

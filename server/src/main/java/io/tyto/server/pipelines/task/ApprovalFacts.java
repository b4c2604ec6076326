package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.UserId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.approval.Decider;
import io.tyto.server.pipelines.approval.Facts;
import io.tyto.server.pipelines.approval.Given;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.trace.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the rule of an approval asks for. */
@Component
class ApprovalFacts {
  private final Users users;
  private final Environments environments;

  ApprovalFacts(Users users, Environments environments) {
    this.users = users;
    this.environments = environments;
  }

  /** Users who made what is delivered, by their aliases in the source systems. */
  Set<UserId> authors(TaskContext context) {
    Set<UserId> authors = new HashSet<>();
    context.candidate().deliverables().forEach(each -> authors.addAll(authorsOf(each)));
    return authors;
  }

  /** As things are now. */
  Facts of(TaskContext context, RunTask approval) {
    Set<UserId> authors = new HashSet<>();
    boolean unknown = false;
    for (Deliverable deliverable : context.candidate().deliverables()) {
      Set<UserId> found = authorsOf(deliverable);
      authors.addAll(found);
      unknown |= found.isEmpty() && isKnownThere(deliverable);
    }
    return new Facts(context.promoters(), earlier(context, approval), authors, unknown);
  }

  /** Decisions on this attempt of the approval, in the order they were given. */
  static List<Given> given(TaskContext context, RunTask approval) {
    return context.verdicts().stream()
        .filter(v -> v.taskId().equals(approval.id()) && v.attempt() == approval.attempt())
        .filter(v -> v.kind() == Verdict.Kind.APPROVED || v.kind() == Verdict.Kind.REJECTED)
        .map(v ->
            new Given(
                new Decider(v.user(), v.behalf()), v.digest(), v.kind() == Verdict.Kind.APPROVED))
        .toList();
  }

  private static Set<UserId> earlier(TaskContext context, RunTask approval) {
    Set<UserId> earlier = new HashSet<>();
    context.verdicts().stream()
        .filter(v -> v.kind() == Verdict.Kind.APPROVED)
        .filter(v ->
            context.run().task(v.taskId()).filter(task -> isEarlier(task, approval)).isPresent())
        .flatMap(v -> Stream.of(v.user(), Objects.requireNonNullElse(v.behalf(), v.user())))
        .forEach(earlier::add);
    return earlier;
  }

  private static boolean isEarlier(RunTask task, RunTask than) {
    return task.position().compareTo(than.position()) < 0
        && !Objects.equals(task.definedAs(), than.definedAs());
  }

  /** Says whose author is no user here. */
  Optional<String> unknownAuthor(TaskContext context) {
    return context.candidate().deliverables().stream()
        .filter(deliverable -> isKnownThere(deliverable) && authorsOf(deliverable).isEmpty())
        .findFirst()
        .map(deliverable ->
            ("%s was made by %s in %s, who is no user here, so nobody can be told apart from the"
                    + " author. Add the alias %s to that person's user.")
                .formatted(
                    deliverable.name(),
                    deliverable.author(),
                    system(deliverable),
                    deliverable.author()));
  }

  private static boolean isKnownThere(Deliverable deliverable) {
    return deliverable.author() != null && !deliverable.author().isBlank();
  }

  /** Without a known author the attacher counts as the author. */
  private Set<UserId> authorsOf(Deliverable deliverable) {
    Set<UserId> found = new HashSet<>();
    String author = deliverable.author();
    if (author == null || author.isBlank()) {
      found.add(new UserId(deliverable.addedBy()));
      users.findByName(deliverable.addedBy()).map(UserView::id).ifPresent(found::add);
    } else {
      users.knownAs(system(deliverable), author).stream().map(UserView::id).forEach(found::add);
    }
    return found;
  }

  private String system(Deliverable deliverable) {
    return Optional.ofNullable(deliverable.environmentId())
        .flatMap(environments::find)
        .map(EnvironmentView::name)
        .orElse("*");
  }
}

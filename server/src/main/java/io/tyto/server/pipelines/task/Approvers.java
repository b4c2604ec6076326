package io.tyto.server.pipelines.task;

import io.tyto.server.identity.Deputies;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.approval.ApprovalRule;
import io.tyto.server.pipelines.approval.Decider;
import io.tyto.server.pipelines.approval.Facts;
import io.tyto.server.pipelines.approval.Given;
import io.tyto.server.pipelines.approval.Offer;
import io.tyto.server.pipelines.approval.People;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.stories.WorkItems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may decide on an approval, for themselves or for somebody whose deputy they are. */
@Component
public class Approvers {
  private final People people;
  private final Deputies deputies;
  private final WorkItems items;
  private final ApprovalFacts facts;

  Approvers(People people, Deputies deputies, WorkItems items, ApprovalFacts facts) {
    this.people = people;
    this.deputies = deputies;
    this.items = items;
    this.facts = facts;
  }

  /** Whether, and for whom, or why not. */
  public record Answer(@Nullable Decider decider, @Nullable Refusal refusal) {}

  /**
   * @param digest of what would be decided on; a decision on something else does not count as one
   */
  public Answer ask(TaskContext context, Actor caller, String digest) {
    if (caller.kind() != Actor.Kind.PERSON) {
      return no(
          RunRefusal.TOKEN_CANNOT_APPROVE,
          "A token never approves. Sign in as a person and decide there.");
    }
    List<Decider> possible = possible(context, caller.id());
    if (possible.isEmpty()) {
      return no(
          RunRefusal.NOT_YOURS,
          "This is for %s to decide.".formatted(String.join(", ", offered(context))));
    }
    ApprovalRule rule = ApprovalRule.of(context.spec(TaskSpec.Approve.class));
    List<Given> given = ApprovalFacts.given(context, context.task());
    Facts now = facts.of(context, context.task());
    Answer first = null;
    for (Decider decider : possible) {
      Optional<ApprovalRule.No> objection = rule.objection(decider, given, digest, now);
      if (objection.isEmpty()) {
        return new Answer(decider, null);
      }
      first = first == null ? refused(context, objection.get(), decider) : first;
    }
    return first == null ? no(RunRefusal.NOT_YOURS, "Nobody may decide on this.") : first;
  }

  /** Whom it is offered to now, as the pipeline words them. */
  public List<String> offered(TaskContext context) {
    TaskSpec.Approve rule = context.spec(TaskSpec.Approve.class);
    boolean waits = context.task().waitsFor(WaitReason.APPROVAL);
    Instant since = waits ? context.task().startedAt() : null;
    String component = items.get(context.run().header().workItem()).component();
    return Offer.of(rule, component, since, context.now());
  }

  /** As oneself first, then for those whose deputy one is. */
  private List<Decider> possible(TaskContext context, UserId caller) {
    Set<UserId> named = people.all(context.project(), offered(context));
    List<Decider> possible = new ArrayList<>();
    if (named.contains(caller)) {
      possible.add(new Decider(caller, null));
    }
    deputies.principalsOf(caller, context.now()).stream()
        .filter(named::contains)
        .distinct()
        .forEach(principal -> possible.add(new Decider(caller, principal)));
    return possible;
  }

  private Answer refused(TaskContext context, ApprovalRule.No why, Decider decider) {
    String both =
        decider.principal() == null
            ? ""
            : " As a deputy you are held to what holds for %s, too."
                .formatted(people.name(decider.principal()));
    return switch (why) {
      case DECIDED ->
          no(
              RunRefusal.ALREADY_DECIDED,
              "You have decided on this already; nobody decides twice." + both);
      case PROMOTER ->
          no(
              RunRefusal.NOT_YOURS,
              "You pressed Promote, so somebody else has to decide on this." + both);
      case EARLIER ->
          no(
              RunRefusal.NOT_YOURS,
              "You approved an earlier step of this run, so somebody else has to decide on this"
                  + " one."
                  + both);
      case AUTHOR ->
          no(
              RunRefusal.NOT_YOURS,
              "You are an author of what is to be deployed, so somebody else has to decide on this."
                  + both);
      case AUTHOR_UNKNOWN ->
          no(RunRefusal.AUTHOR_UNKNOWN, facts.unknownAuthor(context).orElse("Unknown author."));
    };
  }

  private static Answer no(RunRefusal code, String message) {
    return new Answer(null, new Refusal(code, message));
  }

  /** Users who made what is delivered, by their aliases in the source systems. */
  public Set<UserId> authors(TaskContext context) {
    return facts.authors(context);
  }
}

package io.tyto.server.pipelines.approval;

import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule of one approval of a pipeline.
 *
 * @param min how many decisions of different people it takes
 * @param exclude {@code promoter}, {@code author}, {@code earlier}
 */
public record ApprovalRule(int min, Set<String> exclude) {

  public ApprovalRule {
    exclude = Set.copyOf(exclude);
  }

  public static ApprovalRule of(TaskSpec.Approve spec) {
    return new ApprovalRule(spec.min(), Set.copyOf(spec.exclude()));
  }

  /** Why somebody may not decide. */
  public enum No {
    DECIDED,
    PROMOTER,
    EARLIER,
    AUTHOR,
    AUTHOR_UNKNOWN
  }

  /**
   * Whether one whom the rule names may decide on that digest.
   *
   * @param given decisions on the same question
   */
  public Optional<No> objection(Decider decider, List<Given> given, String digest, Facts facts) {
    boolean decided =
        given.stream()
            .filter(each -> each.digest().equals(digest))
            .anyMatch(each -> !Collections.disjoint(each.by().people(), decider.people()));
    return decided ? Optional.of(No.DECIDED) : excluded(decider, facts, true);
  }

  private Optional<No> excluded(Decider decider, Facts facts, boolean asksForAuthor) {
    if (hits("promoter", decider, facts.promoters())) {
      return Optional.of(No.PROMOTER);
    }
    if (hits("earlier", decider, facts.earlier())) {
      return Optional.of(No.EARLIER);
    }
    if (hits("author", decider, facts.authors())) {
      return Optional.of(No.AUTHOR);
    }
    return asksForAuthor && exclude.contains("author") && facts.authorUnknown()
        ? Optional.of(No.AUTHOR_UNKNOWN)
        : Optional.empty();
  }

  private boolean hits(String word, Decider decider, Set<UserId> whom) {
    return exclude.contains(word) && !Collections.disjoint(whom, decider.people());
  }

  /**
   * The approvals of exactly that digest that still count: an approver who has pressed Promote
   * since is a promoter now. Nobody counts twice, neither as a deputy nor as the one stood for.
   */
  public List<Given> counting(List<Given> given, String digest, Facts facts) {
    List<Given> counting = new ArrayList<>();
    Set<UserId> used = new HashSet<>();
    for (Given each : given) {
      boolean counts =
          each.approved()
              && each.digest().equals(digest)
              && Collections.disjoint(used, each.by().people())
              && excluded(each.by(), facts, false).isEmpty();
      if (counts) {
        counting.add(each);
        used.addAll(each.by().people());
      }
    }
    return counting;
  }

  /** Enough people have approved exactly that, and nobody has said no to it. */
  public boolean holds(List<Given> given, String digest, Facts facts) {
    return given.stream().noneMatch(each -> !each.approved() && each.digest().equals(digest))
        && counting(given, digest, facts).size() >= min;
  }
}

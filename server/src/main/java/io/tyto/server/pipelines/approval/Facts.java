package io.tyto.server.pipelines.approval;

import io.tyto.server.kernel.UserId;
import java.util.Set;

/**
 * Who may not decide, as things are now.
 *
 * @param promoters everybody who pressed Promote for this run
 * @param earlier who approved an earlier step of it, deputies and those they stood for alike
 * @param authors of the deliverables, as far as they are users here
 * @param authorUnknown an author is no user here, so nobody can be told apart from the author
 */
public record Facts(
    Set<UserId> promoters, Set<UserId> earlier, Set<UserId> authors, boolean authorUnknown) {

  public Facts {
    promoters = Set.copyOf(promoters);
    earlier = Set.copyOf(earlier);
    authors = Set.copyOf(authors);
  }
}

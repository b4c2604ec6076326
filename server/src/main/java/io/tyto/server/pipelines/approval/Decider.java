package io.tyto.server.pipelines.approval;

import io.tyto.server.kernel.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides.
 *
 * @param principal whom a deputy decides for; null for somebody's own decision
 */
public record Decider(UserId person, @Nullable UserId principal) {

  /** Both persons of a deputy's decision: what excludes one of them excludes it. */
  public Set<UserId> people() {
    return principal == null || principal.equals(person)
        ? Set.of(person)
        : Set.of(person, principal);
  }
}

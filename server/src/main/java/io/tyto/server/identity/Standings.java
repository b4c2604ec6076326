package io.tyto.server.identity;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is what, here and in which project, in one statement, because every request asks it.
 * Implemented by projects, which know both sides; asked by {@link Access}.
 */
public interface Standings {

  /** Empty for unknown and for locked users. */
  Optional<Standing> of(UserId user);

  /**
   * Empty when the token is unknown, expired or revoked, or its owner locked.
   *
   * @param digest SHA-256 of the token
   */
  Optional<ByToken> byToken(byte[] digest, Instant now);

  boolean exists(ProjectKey project);

  /** Nothing in it may be changed; false for unknown projects. */
  boolean isArchived(ProjectKey project);

  /**
   * @param lastUsedAt of the token, as noted; null before its first use
   */
  record ByToken(Standing standing, @Nullable Instant lastUsedAt) {}
}

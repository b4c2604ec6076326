package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.util.Optional;

/**
 * Answers who is calling and what somebody may do, from the database, never from a cached session:
 * a reading request asks once, a writing one each time.
 */
public interface Access {

  /**
   * The caller of this request.
   *
   * @throws Refusal when nobody is signed in
   */
  Actor caller();

  /** Empty for unknown and for locked users. */
  Optional<Standing> standing(UserId user);

  boolean may(UserId user, Permission permission, ProjectKey project);

  /** For permissions of the whole server. */
  boolean may(UserId user, Permission permission);

  /**
   * @throws Refusal {@code not-found} when the user may not read the project, {@code forbidden}
   *     otherwise
   */
  void require(UserId user, Permission permission, ProjectKey project);
}

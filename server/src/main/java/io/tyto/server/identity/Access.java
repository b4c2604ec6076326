package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;

/**
 * Answers who is calling and what somebody may do, from the database, never from a cached session.
 */
public interface Access {

  /**
   * The caller of this request.
   *
   * @throws Refusal when nobody is signed in
   */
  Actor caller();

  boolean may(UserId user, Permission permission, ProjectKey project);

  /** For permissions of the whole server. */
  boolean may(UserId user, Permission permission);

  /**
   * @throws Refusal {@code not-found} when the user may not read the project, {@code forbidden}
   *     otherwise
   */
  void require(UserId user, Permission permission, ProjectKey project);
}

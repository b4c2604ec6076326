package io.tyto.server.projects;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.util.List;
import java.util.Set;

/** Who belongs to a project, and as what. */
public interface Members {

  /** By sign-in name. */
  List<Member> of(ProjectKey project);

  /**
   * Makes or replaces the membership.
   *
   * @param user id or sign-in name
   * @throws Refusal {@code not-found} for an unknown user
   */
  Member put(
      Actor by,
      ProjectKey project,
      String user,
      Set<ProjectRole> roles,
      Set<EnvironmentId> deployTo);

  /** Repeating it changes nothing. */
  void remove(Actor by, ProjectKey project, String user);

  /**
   * @param deployTo environments the member may deploy to
   */
  record Member(UserView user, Set<ProjectRole> roles, Set<EnvironmentId> deployTo) {}
}

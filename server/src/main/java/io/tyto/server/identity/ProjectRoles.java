package io.tyto.server.identity;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.util.Set;

/** Who is what in which project; implemented by projects, asked by {@link Access}. */
public interface ProjectRoles {

  boolean exists(ProjectKey project);

  /** Nothing in it may be changed; false for unknown projects. */
  boolean isArchived(ProjectKey project);

  /** Empty for strangers and for unknown projects. */
  Set<ProjectRole> rolesIn(ProjectKey project, UserId user);

  /** All roles the user holds in any project. */
  Set<ProjectRole> rolesAnywhere(UserId user);
}

package io.tyto.server.identity;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a user who is not locked may be at one moment.
 *
 * @param roles of the whole server
 * @param projects the roles in each project that the user is a member of
 */
public record Standing(
    UserId user, String name, Set<ServerRole> roles, Map<ProjectKey, Set<ProjectRole>> projects) {

  /** Empty for strangers and for unknown projects. */
  public Set<ProjectRole> in(ProjectKey project) {
    return projects.getOrDefault(project, Set.of());
  }

  public Set<ProjectRole> anywhere() {
    Set<ProjectRole> all = EnumSet.noneOf(ProjectRole.class);
    projects.values().forEach(all::addAll);
    return all;
  }
}

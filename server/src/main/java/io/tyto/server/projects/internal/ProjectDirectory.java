package io.tyto.server.projects.internal;

import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import io.tyto.server.projects.ProjectView;
import io.tyto.server.projects.Projects;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks projects and members up in the database. */
@Service
class ProjectDirectory implements Projects {
  private final ProjectRows projects;
  private final MemberRows members;
  private final Users users;

  ProjectDirectory(ProjectRows projects, MemberRows members, Users users) {
    this.projects = projects;
    this.members = members;
    this.users = users;
  }

  @Override
  public Optional<ProjectView> find(ProjectKey key) {
    return projects.find(key);
  }

  @Override
  public ProjectView get(ProjectKey key) {
    return find(key).orElseThrow(() -> notFound(key));
  }

  @Override
  public List<ProjectKey> readableBy(UserId user) {
    Optional<UserView> found = users.find(user).filter(view -> !view.locked());
    return found.map(view -> projects.keys(filterFor(view))).orElse(List.of());
  }

  @Override
  public List<UserId> membersWith(ProjectKey key, ProjectRole role) {
    return members.with(key, role);
  }

  @Override
  public Set<EnvironmentId> deployTo(ProjectKey key, UserId user) {
    return members.find(key, user).map(MemberRows.Row::deployTo).orElse(Set.of());
  }

  /** Null for those who may read every project. */
  static @Nullable UserId filterFor(UserView user) {
    return Collections.disjoint(user.roles(), Permission.PROJECT_READ.serverRoles())
        ? user.id()
        : null;
  }

  static Refusal notFound(ProjectKey key) {
    return new Refusal(
        GeneralRefusal.NOT_FOUND, "There is no project " + key.value() + " that you may see.");
  }
}

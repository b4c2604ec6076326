package io.tyto.server.projects.internal;

import static java.util.Comparator.comparing;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.Standing;
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
import org.springframework.stereotype.Service;

/** Looks projects and members up in the database. */
@Service
class ProjectDirectory implements Projects {
  private final ProjectRows projects;
  private final MemberRows members;
  private final Access access;

  ProjectDirectory(ProjectRows projects, MemberRows members, Access access) {
    this.projects = projects;
    this.members = members;
    this.access = access;
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
    Optional<Standing> found = access.standing(user);
    return found.map(this::readable).orElse(List.of());
  }

  @Override
  public Optional<ProjectKey> ifReadable(ProjectKey key, UserId user) {
    return access.may(user, Permission.PROJECT_READ, key) ? Optional.of(key) : Optional.empty();
  }

  private List<ProjectKey> readable(Standing standing) {
    return readsAll(standing)
        ? projects.keys()
        : standing.projects().keySet().stream().sorted(comparing(ProjectKey::value)).toList();
  }

  @Override
  public List<UserId> membersWith(ProjectKey key, ProjectRole role) {
    return members.with(key, role);
  }

  @Override
  public Set<EnvironmentId> deployTo(ProjectKey key, UserId user) {
    return members.find(key, user).map(MemberRows.Row::deployTo).orElse(Set.of());
  }

  static boolean readsAll(Standing standing) {
    return !Collections.disjoint(standing.roles(), Permission.PROJECT_READ.serverRoles());
  }

  static Refusal notFound(ProjectKey key) {
    return new Refusal(
        GeneralRefusal.NOT_FOUND, "There is no project " + key.value() + " that you may see.");
  }
}

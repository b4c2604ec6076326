package io.tyto.server.identity.internal;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.ProjectRoles;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Decides by the roles that the database holds now. */
@Service
class AccessRules implements Access {
  private static final Set<Permission> USABLE_WHEN_ARCHIVED =
      EnumSet.of(Permission.PROJECT_READ, Permission.PROJECT_EDIT, Permission.PROJECTS_CREATE);

  private final UserRows users;
  private final ProjectRoles projects;

  AccessRules(UserRows users, ProjectRoles projects) {
    this.users = users;
    this.projects = projects;
  }

  @Override
  public Actor caller() {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    if (found != null && found.getPrincipal() instanceof Actor actor) {
      return actor;
    }
    throw new Refusal(IdentityRefusal.UNAUTHENTICATED, "Sign in first.");
  }

  @Override
  public boolean may(UserId user, Permission permission, ProjectKey project) {
    return users
        .activeRoles(user)
        .map(roles ->
            anyOf(permission.serverRoles(), roles)
                || anyOf(permission.projectRoles(), projects.rolesIn(project, user)))
        .orElse(false);
  }

  @Override
  public boolean may(UserId user, Permission permission) {
    if (permission == Permission.ANYONE) {
      return true;
    }
    return users
        .activeRoles(user)
        .map(roles ->
            permission == Permission.SIGNED_IN
                || anyOf(permission.serverRoles(), roles)
                || (!permission.projectRoles().isEmpty()
                    && anyOf(permission.projectRoles(), projects.rolesAnywhere(user))))
        .orElse(false);
  }

  @Override
  public void require(UserId user, Permission permission, ProjectKey project) {
    Set<ServerRole> server = users.activeRoles(user).orElseThrow(() -> notFound(project));
    Set<ProjectRole> here = projects.rolesIn(project, user);
    if (here.isEmpty()
        && (!anyOf(Permission.PROJECT_READ.serverRoles(), server) || !projects.exists(project))) {
      throw notFound(project);
    }
    if (!anyOf(permission.serverRoles(), server) && !anyOf(permission.projectRoles(), here)) {
      throw new Refusal(
          GeneralRefusal.FORBIDDEN,
          "In project %s this needs one of the roles %s. Ask its project-admin."
              .formatted(project.value(), permission.words()));
    }
    if (!USABLE_WHEN_ARCHIVED.contains(permission) && projects.isArchived(project)) {
      throw new Refusal(
          IdentityRefusal.PROJECT_ARCHIVED,
          "Project %s is archived. An administrator can restore it.".formatted(project.value()));
    }
  }

  private static Refusal notFound(ProjectKey project) {
    return new Refusal(
        GeneralRefusal.NOT_FOUND,
        "There is no project %s that you may see.".formatted(project.value()));
  }

  private static <R> boolean anyOf(Set<R> wanted, Set<R> held) {
    return !Collections.disjoint(held, wanted);
  }
}

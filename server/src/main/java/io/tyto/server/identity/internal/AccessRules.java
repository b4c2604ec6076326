package io.tyto.server.identity.internal;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.Standing;
import io.tyto.server.identity.Standings;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Decides by the roles that the database holds now. */
@Service
class AccessRules implements Access {
  private static final Set<Permission> USABLE_WHEN_ARCHIVED =
      EnumSet.of(Permission.PROJECT_READ, Permission.PROJECT_EDIT, Permission.PROJECTS_CREATE);

  private final Standings standings;

  AccessRules(Standings standings) {
    this.standings = standings;
  }

  @Override
  public Actor caller() {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    if (found != null && found.getPrincipal() instanceof Actor actor) {
      return actor;
    }
    throw new Refusal(IdentityRefusal.UNAUTHENTICATED, "Sign in first.");
  }

  /** The caller's own was read with the caller when the request only reads. */
  @Override
  public Optional<Standing> standing(UserId user) {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    return found != null
            && found.getDetails() instanceof Standing known
            && known.user().equals(user)
        ? Optional.of(known)
        : standings.of(user);
  }

  @Override
  public boolean may(UserId user, Permission permission, ProjectKey project) {
    return standing(user)
        .map(held ->
            anyOf(permission.serverRoles(), held.roles())
                || anyOf(permission.projectRoles(), held.in(project)))
        .orElse(false);
  }

  @Override
  public boolean may(UserId user, Permission permission) {
    if (permission == Permission.ANYONE) {
      return true;
    }
    return standing(user)
        .map(held ->
            permission == Permission.SIGNED_IN
                || anyOf(permission.serverRoles(), held.roles())
                || anyOf(permission.projectRoles(), held.anywhere()))
        .orElse(false);
  }

  @Override
  public void require(UserId user, Permission permission, ProjectKey project) {
    Standing held = standing(user).orElseThrow(() -> notFound(project));
    Set<ServerRole> server = held.roles();
    Set<ProjectRole> here = held.in(project);
    if (here.isEmpty()
        && (!anyOf(Permission.PROJECT_READ.serverRoles(), server) || !standings.exists(project))) {
      throw notFound(project);
    }
    if (!anyOf(permission.serverRoles(), server) && !anyOf(permission.projectRoles(), here)) {
      throw new Refusal(
          GeneralRefusal.FORBIDDEN,
          "In project %s this needs one of the roles %s. Ask its project-admin."
              .formatted(project.value(), permission.words()));
    }
    if (!USABLE_WHEN_ARCHIVED.contains(permission) && standings.isArchived(project)) {
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

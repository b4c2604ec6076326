package io.tyto.server.identity;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.PROJECT_ADMIN;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static io.tyto.server.identity.ProjectRole.VIEWER;
import static io.tyto.server.identity.ServerRole.ADMIN;
import static io.tyto.server.identity.ServerRole.AUDITOR;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a REST method may need, and who has it. Project permissions come from the caller's roles in
 * that project; the administrator has no implied right to promote, approve or deploy.
 */
public enum Permission {
  /** No sign-in needed. */
  ANYONE(Set.of(), Set.of()),
  /** Signed in is enough; the method shows the caller's own things only. */
  SIGNED_IN(Set.of(), Set.of()),

  USERS_READ(Set.of(ADMIN, AUDITOR), Set.of(PROJECT_ADMIN)),
  USERS_EDIT(Set.of(ADMIN), Set.of()),
  CREDENTIALS_READ(Set.of(ADMIN, AUDITOR), Set.of(PROJECT_ADMIN)),
  CREDENTIALS_EDIT(Set.of(ADMIN), Set.of(PROJECT_ADMIN)),
  ENVIRONMENTS_EDIT(Set.of(ADMIN), Set.of()),
  PROJECTS_CREATE(Set.of(ADMIN), Set.of()),
  AUDIT_READ(Set.of(ADMIN, AUDITOR), Set.of()),

  PROJECT_READ(
      Set.of(ADMIN, AUDITOR), Set.of(PROJECT_ADMIN, RELEASE_MANAGER, DEVELOPER, APPROVER, VIEWER)),
  PROJECT_EDIT(Set.of(ADMIN), Set.of(PROJECT_ADMIN)),
  INTEGRATIONS_EDIT(Set.of(), Set.of(PROJECT_ADMIN)),
  SYNC(Set.of(), Set.of(PROJECT_ADMIN, RELEASE_MANAGER, DEVELOPER)),
  WORK_ITEMS_EDIT(Set.of(), Set.of(PROJECT_ADMIN, RELEASE_MANAGER, DEVELOPER)),
  ENVIRONMENTS_BROWSE(Set.of(ADMIN), Set.of(PROJECT_ADMIN, RELEASE_MANAGER, DEVELOPER)),
  PIPELINES_EDIT(Set.of(), Set.of(PROJECT_ADMIN, RELEASE_MANAGER)),
  /** Release versions and packages. */
  RELEASES_EDIT(Set.of(), Set.of(PROJECT_ADMIN, RELEASE_MANAGER)),
  /** Freezes and windows of a project; those of all projects need {@link #CALENDAR_EDIT_ALL}. */
  CALENDAR_EDIT(Set.of(ADMIN), Set.of(RELEASE_MANAGER)),
  CALENDAR_EDIT_ALL(Set.of(ADMIN), Set.of()),
  PROMOTE(Set.of(), Set.of(RELEASE_MANAGER, DEVELOPER)),
  /** Retry, skip, mark done, abort, roll back. */
  RUNS_CONTROL(Set.of(), Set.of(RELEASE_MANAGER, DEVELOPER)),
  /** Approve, reject, complete: whom the task names decides further. */
  TASKS_DECIDE(Set.of(), Set.of(PROJECT_ADMIN, RELEASE_MANAGER, DEVELOPER, APPROVER));

  private final Set<ServerRole> serverRoles;
  private final Set<ProjectRole> projectRoles;

  Permission(Set<ServerRole> serverRoles, Set<ProjectRole> projectRoles) {
    this.serverRoles = serverRoles;
    this.projectRoles = projectRoles;
  }

  /** The roles that have it, for messages: {@code admin, project-admin}. */
  public String words() {
    return Stream.concat(
            serverRoles.stream().map(ServerRole::id), projectRoles.stream().map(ProjectRole::id))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  public Set<ServerRole> serverRoles() {
    return serverRoles;
  }

  /**
   * For a method below {@code /projects/{key}}: roles in that project. For a method of the whole
   * server: holding one of them in any project is enough.
   */
  public Set<ProjectRole> projectRoles() {
    return projectRoles;
  }
}

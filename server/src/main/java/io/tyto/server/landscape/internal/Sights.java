package io.tyto.server.landscape.internal;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.internal.EnvironmentTable.Sight;
import io.tyto.server.projects.Projects;
import org.springframework.stereotype.Component;

/**
 * Decides who sees which environment: administrators, auditors and project-admins all of them,
 * others those of their projects.
 */
@Component
class Sights {
  private final Access access;
  private final Projects projects;
  private final ProjectTable table;

  Sights(Access access, Projects projects, ProjectTable table) {
    this.access = access;
    this.projects = projects;
    this.table = table;
  }

  Sight of(Actor caller) {
    // Who may read credentials chooses among all systems when wiring a project.
    boolean all = access.may(caller.id(), Permission.CREDENTIALS_READ);
    return new Sight(all ? null : projects.readableBy(caller.id()));
  }

  boolean sees(Actor caller, EnvironmentId id) {
    Sight sight = of(caller);
    return sight.projects() == null
        || table.projectsOf(id).stream().anyMatch(sight.projects()::contains);
  }

  /**
   * @throws Refusal {@code forbidden} unless the caller may browse in one of its projects
   */
  void mustBrowse(Actor caller, EnvironmentId id) {
    boolean may =
        access.may(caller.id(), Permission.ENVIRONMENTS_EDIT)
            || table.projectsOf(id).stream()
                .anyMatch(
                    project -> access.may(caller.id(), Permission.ENVIRONMENTS_BROWSE, project));
    if (!may) {
      throw new Refusal(
          GeneralRefusal.FORBIDDEN,
          "You may browse environments of projects in which you are developer, release manager or"
              + " project-admin.");
    }
  }
}

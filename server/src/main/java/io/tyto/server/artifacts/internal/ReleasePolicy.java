package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.projects.Projects;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who may release a transport request by hand, as the project's settings say. */
@Component
class ReleasePolicy {
  private final Projects projects;
  private final Users users;
  private final Environments environments;

  ReleasePolicy(Projects projects, Users users, Environments environments) {
    this.projects = projects;
    this.users = users;
    this.environments = environments;
  }

  void check(Deliverable request, Actor actor) {
    ProjectKey project = request.workItem().project();
    String policy = projects.get(project).settings().transportRelease();
    boolean allowed =
        switch (policy) {
          case "owner" -> owns(request, actor);
          case "developer" ->
              is(project, ProjectRole.DEVELOPER, actor)
                  || is(project, ProjectRole.RELEASE_MANAGER, actor);
          case "release-manager" -> is(project, ProjectRole.RELEASE_MANAGER, actor);
          default -> false;
        };
    if (!allowed) {
      throw new Refusal(ArtifactRefusal.NOT_YOURS_TO_RELEASE, reason(request, policy));
    }
  }

  private boolean is(ProjectKey project, ProjectRole role, Actor actor) {
    return projects.membersWith(project, role).contains(actor.id());
  }

  private boolean owns(Deliverable request, Actor actor) {
    EnvironmentId at = request.environmentId();
    String owner = request.author();
    return at != null
        && owner != null
        && environments
            .find(at)
            .map(EnvironmentView::name)
            .map(system -> users.knownAs(system, owner))
            .stream()
            .flatMap(List::stream)
            .map(UserView::id)
            .anyMatch(actor.id()::equals);
  }

  private static String reason(Deliverable request, String policy) {
    return switch (policy) {
      case "owner" ->
          "This project lets only the owner release a request: %s belongs to %s, who is not known as you. Aliases are kept under Users."
              .formatted(request.externalId(), Objects.requireNonNullElse(request.author(), "?"));
      case "developer" -> "This project lets developers and release managers release requests.";
      case "release-manager" -> "This project lets only release managers release requests.";
      default ->
          "In this project only the release pipeline releases requests, by a release-transport task.";
    };
  }
}

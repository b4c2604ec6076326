package io.tyto.server.pipelines.gate;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.projects.Projects;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Promoting takes the permission, and Production the right to deploy there by name. */
@Component
@Order(50)
public class TargetPermissionGate implements Gate {
  private final Projects projects;
  private final Access access;

  TargetPermissionGate(Projects projects, Access access) {
    this.projects = projects;
    this.access = access;
  }

  @Override
  public String code() {
    return "missing-permission";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    return verdict(subject.item().id().project(), subject.promoter(), subject.targets());
  }

  /**
   * @param promoter whose rights count, as they are now
   */
  public GateVerdict verdict(ProjectKey project, UserId promoter, List<Target> targets) {
    if (promoter.equals(Actor.SYSTEM.id())) {
      return automatic(targets);
    }
    if (!access.may(promoter, Permission.PROMOTE, project)) {
      return GateVerdict.stop(
          code(),
          "Promoting takes the role developer or release-manager.",
          "A project administrator gives it under Project Settings > Users.");
    }
    Set<EnvironmentId> given = projects.deployTo(project, promoter);
    List<String> missing =
        targets.stream()
            .filter(target -> target.production() && !target.deliverables().isEmpty())
            .map(Target::environment)
            .filter(environment -> !given.contains(environment.id()))
            .map(EnvironmentView::name)
            .distinct()
            .toList();
    return missing.isEmpty()
        ? GateVerdict.pass(code(), "")
        : GateVerdict.stop(
            code(),
            "You may not deploy to %s.".formatted(String.join(", ", missing)),
            "A project administrator gives that right under Project Settings > Users.");
  }

  /** The project switched it on, which is not the right to deploy to Production. */
  private GateVerdict automatic(List<Target> targets) {
    return targets.stream()
            .anyMatch(target -> target.production() && !target.deliverables().isEmpty())
        ? GateVerdict.stop(
            code(),
            "Automatic promotion never goes to Production.",
            "Put a wait-for-promotion before it, which a person releases.")
        : GateVerdict.pass(code(), "");
  }
}

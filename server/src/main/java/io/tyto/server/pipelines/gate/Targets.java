package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.connections.Connections;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.Placement;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where a task goes and what it takes along. */
@Component
public class Targets {
  private final Environments environments;
  private final Placement placement;
  private final Connections connections;

  Targets(Environments environments, Placement placement, Connections connections) {
    this.environments = environments;
    this.placement = placement;
    this.connections = connections;
  }

  /**
   * @throws Refusal {@code unknown-environment} or {@code no-such-place}
   */
  public List<Target> of(
      ProjectKey project,
      PipelineDefinition pipeline,
      String stage,
      String task,
      TaskSpec.Deploy deploy,
      Candidate candidate) {
    List<Target> targets = new ArrayList<>();
    for (EnvironmentView at :
        environmentsOf(project, pipeline, deploy.environment(), deploy.stage())) {
      List<Deliverable> taken =
          candidate.deliverables().stream().filter(d -> takes(project, at, d)).toList();
      targets.add(new Target(stage, task, at, taken));
    }
    return targets;
  }

  /** All deployments of the given stages. */
  public List<Target> of(
      ProjectKey project,
      PipelineDefinition pipeline,
      List<PipelineDefinition.Stage> stages,
      Candidate candidate) {
    List<Target> targets = new ArrayList<>();
    for (PipelineDefinition.Stage stage : stages) {
      for (PipelineDefinition.Task task : stage.tasks()) {
        if (task.spec() instanceof TaskSpec.Deploy deploy) {
          targets.addAll(of(project, pipeline, stage.name(), task.name(), deploy, candidate));
        }
      }
    }
    return targets;
  }

  /** Environments by name or by place. */
  public List<EnvironmentView> environmentsOf(
      ProjectKey project,
      PipelineDefinition pipeline,
      @Nullable String environment,
      @Nullable String place) {
    List<EnvironmentView> found = placement.of(project, pipeline, environment, place);
    if (found.isEmpty()) {
      throw environment == null
          ? refuse(
              "no-such-place",
              ("No landscape of the project has an environment for \"%s\". Name one under Project"
                      + " Settings > Landscapes, or name the environment in the pipeline.")
                  .formatted(place))
          : refuse(
              "unknown-environment",
              ("The project uses no environment called \"%s\". Add it under Project"
                      + " Settings > Environments, or change the pipeline.")
                  .formatted(environment));
    }
    return found;
  }

  /** Whether the environment's connector deploys it and its landscape leads there. */
  public boolean takes(ProjectKey project, EnvironmentView at, Deliverable deliverable) {
    boolean deployable =
        connections.descriptor(at.connector()).stream()
            .flatMap(descriptor -> descriptor.deliverableKinds().stream())
            .anyMatch(kind -> kind.id().equals(deliverable.kind()));
    EnvironmentId source = deliverable.environmentId();
    if (!deployable || source == null || source.equals(at.id())) {
      return deployable && !at.id().equals(source);
    }
    List<Landscape> leading =
        environments.landscapes(project).stream()
            .filter(landscape -> landscape.environments().contains(source))
            .toList();
    return leading.isEmpty()
        || leading.stream()
            .map(Landscape::environments)
            .anyMatch(chain -> chain.indexOf(at.id()) > chain.indexOf(source));
  }

  private static Refusal refuse(String code, String message) {
    return new Refusal(new Misplaced(code), message);
  }

  private record Misplaced(String code) implements RefusalCode {
    @Override
    public RefusalKind kind() {
      return RefusalKind.CONFLICT;
    }
  }
}

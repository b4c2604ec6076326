package io.tyto.server.pipelines.promotion;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItemView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The pipeline a work item is promoted through: its own, else its project's default. */
@Component
public class PipelineChoice {
  private final Pipelines pipelines;
  private final Projects projects;

  PipelineChoice(Pipelines pipelines, Projects projects) {
    this.pipelines = pipelines;
    this.projects = projects;
  }

  /**
   * @throws Refusal {@code no-pipeline}
   */
  public PipelineView of(WorkItemView item) {
    return Optional.ofNullable(item.pipelineId())
        .or(() -> Optional.ofNullable(projects.get(item.id().project()).defaultPipelineId()))
        .flatMap(pipelines::find)
        .orElseThrow(() ->
            new Refusal(
                RunRefusal.NO_PIPELINE,
                ("%s has no release pipeline. Choose one with Actions > Edit, or give the"
                        + " project a default pipeline.")
                    .formatted(item.id().value())));
  }
}

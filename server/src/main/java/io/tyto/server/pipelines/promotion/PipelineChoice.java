package io.tyto.server.pipelines.promotion;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItemView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  /**
   * The pipeline as a change of that type goes through it.
   *
   * @param type the usual one when null
   * @throws Refusal {@code change-type-not-accepted}
   */
  public static PipelineView under(PipelineView chosen, @Nullable ChangeType type) {
    PipelineDefinition pipeline = chosen.definition();
    if (type != null && !pipeline.changeTypes().contains(type)) {
      throw Refusal.at(
          "changeType",
          RunRefusal.CHANGE_TYPE_NOT_ACCEPTED,
          "The pipeline \"%s\" accepts %s. Choose one of these, or another pipeline."
              .formatted(
                  pipeline.name(),
                  String.join(", ", pipeline.changeTypes().stream().map(Enum::name).toList())));
    }
    return chosen.under(type);
  }
}

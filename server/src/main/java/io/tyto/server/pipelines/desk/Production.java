package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.task.TaskContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whether a task belongs to a stage that deploys to Production. */
@Component
class Production {
  private final Targets targets;

  Production(Targets targets) {
    this.targets = targets;
  }

  /** A stage whose targets cannot be found out counts as one. */
  boolean concerns(TaskContext context) {
    PipelineDefinition pipeline = context.pipeline().definition();
    List<Stage> here =
        pipeline.stages().stream()
            .filter(stage -> stage.name().equals(context.task().stage()))
            .toList();
    try {
      return targets.of(context.project(), pipeline, here, context.candidate()).stream()
          .anyMatch(Target::production);
    } catch (Refusal unknown) {
      return true;
    }
  }
}

package io.tyto.server.pipelines.gate;

import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a pipeline that one press of Promote sets going: up to the next wait for promotion.
 */
public final class Segment {

  private Segment() {}

  /**
   * @param after name of the wait that is released; null for the beginning
   * @return the stages with only those tasks; no empty stage
   */
  public static List<Stage> of(PipelineDefinition pipeline, @Nullable String after) {
    List<Stage> segment = new ArrayList<>();
    boolean inside = after == null;
    boolean over = false;
    for (Stage stage : pipeline.stages()) {
      List<Task> tasks = new ArrayList<>();
      for (Task task : stage.tasks()) {
        boolean waits = task.spec() instanceof TaskSpec.WaitForPromotion;
        over |= inside && waits;
        if (inside && !over) {
          tasks.add(task);
        }
        inside |= task.name().equals(after);
      }
      if (!tasks.isEmpty()) {
        segment.add(new Stage(stage.name(), tasks));
      }
    }
    return segment;
  }
}

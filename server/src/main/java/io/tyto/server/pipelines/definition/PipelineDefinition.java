package io.tyto.server.pipelines.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of one pipeline version. */
public record PipelineDefinition(String name, @Nullable String description, List<Stage> stages) {

  public PipelineDefinition {
    stages = List.copyOf(stages);
  }

  /** A landscape step: QA, UAT, PROD. */
  public record Stage(String name, List<Task> tasks) {
    public Stage {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * @param name unique in the pipeline
   * @param group tasks of one stage with the same group run in parallel; null for the ordinary case
   */
  public record Task(String name, @Nullable String group, TaskSpec spec) {}
}

package io.tyto.server.pipelines.definition;

import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Which approvals stand before which deployments: an approval covers the deployments of its stage
 * that come after it; if there are none, those of the next stage that has any.
 */
public final class Coverage {

  private Coverage() {}

  /** Deployments that the approval of that name covers. */
  public static List<Task> covered(PipelineDefinition pipeline, String approval) {
    boolean behind = false;
    for (Stage stage : pipeline.stages()) {
      List<Task> found = new ArrayList<>();
      for (Task task : stage.tasks()) {
        if (behind && task.spec() instanceof TaskSpec.Deploy) {
          found.add(task);
        }
        behind |= task.name().equals(approval);
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Names of the approvals that cover a deployment. */
  public static List<String> approvalsOf(PipelineDefinition pipeline, String deployment) {
    return approvals(pipeline).stream()
        .map(Task::name)
        .filter(name -> covered(pipeline, name).stream().anyMatch(d -> d.name().equals(deployment)))
        .toList();
  }

  /** Whether somebody who is neither promoter nor author approves before that deployment. */
  public static boolean keepsFourEyes(PipelineDefinition pipeline, String deployment) {
    List<String> names = approvalsOf(pipeline, deployment);
    return approvals(pipeline).stream()
        .filter(task -> names.contains(task.name()))
        .map(task -> (TaskSpec.Approve) task.spec())
        .anyMatch(rule -> rule.exclude().contains("promoter") && rule.exclude().contains("author"));
  }

  private static List<Task> approvals(PipelineDefinition pipeline) {
    return pipeline.stages().stream()
        .flatMap(stage -> stage.tasks().stream())
        .filter(task -> task.spec() instanceof TaskSpec.Approve)
        .toList();
  }
}

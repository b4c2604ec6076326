package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.TaskPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays a pipeline out as the tasks of a run, with the manual steps of the candidate in their
 * places.
 */
final class RunPlan {
  private static final int GAP = 1_000;

  private final List<TaskPlan> tasks = new ArrayList<>();

  private RunPlan() {}

  static List<TaskPlan> of(PipelineDefinition pipeline, Candidate candidate) {
    RunPlan plan = new RunPlan();
    pipeline.stages().forEach(stage -> plan.stage(stage, steps(stage, candidate)));
    return List.copyOf(plan.tasks);
  }

  private void stage(Stage stage, List<Deliverable> steps) {
    List<Integer> deployments = new ArrayList<>();
    for (int i = 0; i < stage.tasks().size(); i++) {
      if (stage.tasks().get(i).spec() instanceof TaskSpec.Deploy) {
        deployments.add(i);
      }
    }
    for (int i = 0; i < stage.tasks().size(); i++) {
      if (!deployments.isEmpty() && i == deployments.getFirst()) {
        steps.stream().filter(step -> !after(step)).forEach(step -> manual(stage, step));
      }
      Task task = stage.tasks().get(i);
      add(
          new TaskPlan(
              next(),
              stage.name(),
              task.name(),
              task.spec().kind(),
              task.group(),
              task.name(),
              null));
      if (!deployments.isEmpty() && i == deployments.getLast()) {
        steps.stream().filter(RunPlan::after).forEach(step -> manual(stage, step));
      }
    }
  }

  private void manual(Stage stage, Deliverable step) {
    add(
        new TaskPlan(
            next(),
            stage.name(),
            step.name() + " (" + stage.name() + ")",
            "manual",
            null,
            null,
            step.id()));
  }

  private void add(TaskPlan task) {
    tasks.add(task);
  }

  private BigDecimal next() {
    return BigDecimal.valueOf((tasks.size() + 1L) * GAP);
  }

  /** Facts of a manual step: {@code when} (before, after) and {@code stages} (names, or all). */
  private static List<Deliverable> steps(Stage stage, Candidate candidate) {
    return candidate.deliverables().stream()
        .filter(deliverable -> deliverable.kind().equals("manual-step"))
        .filter(step -> {
          String stages = step.facts().getOrDefault("stages", "");
          return stages.isBlank()
              || Arrays.stream(stages.split(",", -1))
                  .map(String::strip)
                  .anyMatch(stage.name()::equalsIgnoreCase);
        })
        .toList();
  }

  private static boolean after(Deliverable step) {
    return step.facts().getOrDefault("when", "before").equals("after");
  }
}

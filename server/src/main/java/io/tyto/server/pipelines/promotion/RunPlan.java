package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.artifacts.ManualStep.When;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.TaskPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays a pipeline out as the tasks of a run, with the manual steps of the candidate in their
 * places: around the deployments of a stage, or at its end where a step names a stage that deploys
 * nothing.
 */
public final class RunPlan {
  private static final int GAP = 1_000;

  private final List<TaskPlan> tasks = new ArrayList<>();

  private RunPlan() {}

  /** All tasks, in their order. */
  public static List<TaskPlan> of(PipelineDefinition pipeline, Candidate candidate) {
    RunPlan plan = new RunPlan();
    List<Deliverable> steps =
        candidate.deliverables().stream()
            .filter(deliverable -> deliverable.kind().equals(ManualStep.KIND))
            .toList();
    pipeline.stages().forEach(stage -> plan.stage(stage, steps));
    return List.copyOf(plan.tasks);
  }

  /**
   * The part that one press of Promote sets going.
   *
   * @param after name of the wait that is released; null for the beginning
   */
  public static List<TaskPlan> segment(
      PipelineDefinition pipeline, Candidate candidate, @Nullable String after) {
    List<TaskPlan> all = of(pipeline, candidate);
    int begin = 0;
    for (int i = 0; i < all.size(); i++) {
      if (after != null && after.equals(all.get(i).definedAs())) {
        begin = i + 1;
      }
    }
    return all.stream()
        .skip(begin)
        .takeWhile(task -> !task.kind().equals("wait-for-promotion"))
        .toList();
  }

  private void stage(Stage stage, List<Deliverable> steps) {
    List<Task> tasks = stage.tasks();
    List<Integer> deployments = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).spec() instanceof TaskSpec.Deploy) {
        deployments.add(i);
      }
    }
    boolean deploys = !deployments.isEmpty();
    int first = deploys ? edge(tasks, deployments.getFirst(), -1) : tasks.size();
    int last = deploys ? edge(tasks, deployments.getLast(), 1) : tasks.size();
    for (int i = 0; i <= tasks.size(); i++) {
      if (i == first) {
        steps(stage, steps, When.BEFORE, deploys);
      }
      if (i < tasks.size()) {
        defined(stage, tasks.get(i));
      }
      if (i == last) {
        steps(stage, steps, When.AFTER, deploys);
      }
    }
  }

  /** The end of the parallel group around a task: nothing is put between its tasks. */
  private static int edge(List<Task> tasks, int of, int direction) {
    String group = tasks.get(of).group();
    int edge = of;
    while (group != null
        && edge + direction >= 0
        && edge + direction < tasks.size()
        && Objects.equals(tasks.get(edge + direction).group(), group)) {
      edge += direction;
    }
    return edge;
  }

  private void steps(Stage stage, List<Deliverable> steps, When when, boolean deploys) {
    for (Deliverable deliverable : steps) {
      ManualStep step = ManualStep.of(deliverable);
      boolean here = step.stages().isEmpty() ? deploys : step.names(stage.name());
      if (step.when() == when && here) {
        String name = deliverable.name() + " (" + stage.name() + ")";
        tasks.add(new TaskPlan(next(), stage.name(), name, "manual", null, null, deliverable.id()));
      }
    }
  }

  private void defined(Stage stage, Task task) {
    tasks.add(
        new TaskPlan(
            next(),
            stage.name(),
            task.name(),
            task.spec().kind(),
            task.group(),
            task.name(),
            null));
  }

  private BigDecimal next() {
    return BigDecimal.valueOf((tasks.size() + 1L) * GAP);
  }
}

package io.tyto.server.pipelines.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of one pipeline version.
 *
 * @param changeTypes what it accepts
 * @param emergency how an emergency is approved; null when it accepts none
 */
public record PipelineDefinition(
    String name,
    @Nullable String description,
    List<Stage> stages,
    List<ChangeType> changeTypes,
    @Nullable Emergency emergency) {
  public static final String AFTERWARDS = "Approve afterwards";
  static final String LAST_STAGE = "Afterwards";

  public PipelineDefinition {
    stages = List.copyOf(stages);
    changeTypes = changeTypes.isEmpty() ? List.of(ChangeType.NORMAL) : List.copyOf(changeTypes);
  }

  /** For normal changes. */
  public PipelineDefinition(String name, @Nullable String description, List<Stage> stages) {
    this(name, description, stages, List.of(), null);
  }

  /**
   * @param onDuty one of them approves before the deployment, neither promoter nor author
   * @param afterwards one of them approves when it is deployed
   * @param within how long they have; then it is late
   */
  public record Emergency(List<String> onDuty, List<String> afterwards, Duration within) {}

  /** The type of a change that says nothing of its own. */
  public ChangeType usual() {
    return changeTypes.contains(ChangeType.NORMAL) ? ChangeType.NORMAL : changeTypes.getFirst();
  }

  /** The pipeline that a change of that type really goes through. */
  public PipelineDefinition under(ChangeType type) {
    if (type != ChangeType.EMERGENCY || emergency == null) {
      return this;
    }
    List<Stage> hurried = new ArrayList<>();
    stages.forEach(stage ->
        hurried.add(new Stage(stage.name(), stage.tasks().stream().map(this::hurried).toList())));
    TaskSpec.Approve late =
        new TaskSpec.Approve(
            emergency.afterwards(),
            1,
            List.of("promoter", "author"),
            "This emergency is deployed already. Look at what was done and approve it now.",
            emergency.within());
    hurried.add(new Stage(LAST_STAGE, List.of(new Task(AFTERWARDS, null, late))));
    return new PipelineDefinition(name, description, hurried, changeTypes, emergency);
  }

  private Task hurried(Task task) {
    return task.spec() instanceof TaskSpec.Approve && emergency != null
        ? new Task(
            task.name(),
            task.group(),
            new TaskSpec.Approve(
                emergency.onDuty(),
                1,
                List.of("promoter", "author"),
                "Emergency change: one person on duty approves it now, %s afterwards."
                    .formatted(String.join(", ", emergency.afterwards())),
                null))
        : task;
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

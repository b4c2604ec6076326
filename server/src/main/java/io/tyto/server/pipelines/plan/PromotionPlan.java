package io.tyto.server.pipelines.plan;

import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.gate.GateVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Promote would do now.
 *
 * @param candidate the number to send back with the promotion
 * @param continues the wait that would be released; null when a run would start
 * @param runId the run that is under way for this candidate, if any
 * @param nextWindow when the targets' windows are open; null when they have none
 */
public record PromotionPlan(
    int candidate,
    String digest,
    @Nullable Continues continues,
    @Nullable String runId,
    @Nullable PipelineRef pipeline,
    List<PlannedTask> tasks,
    List<GateVerdict> gates,
    List<PlannedChange> changes,
    @Nullable Instant nextWindow) {

  public PromotionPlan {
    tasks = List.copyOf(tasks);
    gates = List.copyOf(gates);
    changes = List.copyOf(changes);
  }

  /** The wait for promotion that would be released. */
  public record Continues(String runId, String taskId) {}

  /** The pipeline version that runs, or would. */
  public record PipelineRef(String id, int version, String name, List<ChangeType> changeTypes) {}

  /**
   * @param note what a release manager should know: irreversible, cannot be verified ...
   */
  public record PlannedTask(
      String stage, String name, String kind, @Nullable String group, String note) {}

  /**
   * @param from version at the target now, null when it is not there or could not be read
   * @param details lines a person reads
   */
  public record PlannedChange(
      String stage,
      String environmentId,
      String environment,
      String kind,
      String externalId,
      String name,
      @Nullable String from,
      @Nullable String to,
      List<String> details) {}
}

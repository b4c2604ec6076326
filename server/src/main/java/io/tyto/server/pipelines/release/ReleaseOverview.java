package io.tyto.server.pipelines.release;

import io.tyto.server.pipelines.gate.GateVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All work items of a release version, those that are not ready on top.
 *
 * @param ready how many would go on with a press of Promote, or are through
 */
public record ReleaseOverview(int total, int ready, List<Item> items) {

  public ReleaseOverview {
    items = List.copyOf(items);
  }

  /** In the order in which they are listed. */
  public enum Readiness {
    /** Failed, or a gate stops it. */
    BLOCKED,
    /** Somebody has to approve or to do something. */
    NEEDS_PEOPLE,
    /** A press of Promote goes on. */
    READY,
    RUNNING,
    COMPLETED
  }

  /**
   * @param candidate the number to send back with the promotion
   * @param continues the wait that a press of Promote would release
   * @param releasePackage the package whose run it is in
   * @param changeType of its open run; null without one
   * @param openGates what warns or stops
   * @param missingApprovals of the current stage
   * @param manualSteps that are still to be done
   * @param collisions with other items of the same release version
   */
  public record Item(
      String workItemId,
      String title,
      String type,
      @Nullable String pipelineStage,
      @Nullable String pipelineStatus,
      boolean gone,
      int candidate,
      @Nullable Waiting continues,
      @Nullable String runId,
      @Nullable String releasePackage,
      @Nullable String changeType,
      Readiness readiness,
      List<GateVerdict> openGates,
      List<MissingApproval> missingApprovals,
      List<OpenStep> manualSteps,
      List<Clash> collisions) {}

  /** The wait for promotion of a run. */
  public record Waiting(String runId, String taskId) {}

  /**
   * @param by as the pipeline words it
   * @param given so far, of {@code min}
   */
  public record MissingApproval(String stage, String name, List<String> by, int given, int min) {}

  /**
   * @param stage null before there is a run
   */
  public record OpenStep(@Nullable String stage, String name) {}

  /** Another item of the release version carries the same. */
  public record Clash(String workItemId, String object, String message) {}
}

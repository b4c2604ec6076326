package io.tyto.server.stories;

import io.tyto.server.kernel.WorkItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work item as lists show it.
 *
 * @param externalId what people call it in the external system, else its uuid
 * @param integrationId the ALM integration it came through
 * @param phase the status free of vendor words, as the SPI names it ({@code READY_FOR_PRODUCTION})
 * @param gone no longer in the external system; kept with its history
 * @param pipelineId the item's own pipeline; null means the project's default
 * @param releaseVersion its name
 * @param validationStatus null, {@code PASSED}, {@code WARNINGS}, {@code FAILED} or {@code
 *     OUTDATED}
 * @param pipelineStage name of the stage the latest run is in
 * @param pipelineStatus {@code WAITING}, {@code RUNNING}, {@code FAILED} or {@code COMPLETED}
 */
public record WorkItemView(
    WorkItemId id,
    String integrationId,
    @Nullable String externalId,
    String externalUuid,
    @Nullable String externalUrl,
    Type type,
    String title,
    Status status,
    String phase,
    @Nullable Integer priority,
    @Nullable String assignee,
    @Nullable String release,
    List<WorkItemId> parentIds,
    int childCount,
    @Nullable String pipelineId,
    @Nullable String component,
    @Nullable String releaseVersionId,
    @Nullable String releaseVersion,
    boolean noArtifacts,
    @Nullable String validationStatus,
    @Nullable String pipelineStage,
    @Nullable String pipelineStatus,
    boolean gone,
    int version) {

  /** The two kinds of work item. */
  public enum Type {
    FEATURE,
    USER_STORY
  }

  /** As the external system spells it. */
  public record Status(String code, String label) {}
}

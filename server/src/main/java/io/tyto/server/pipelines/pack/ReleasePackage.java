package io.tyto.server.pipelines.pack;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work items that are promoted together.
 *
 * @param items in the order in which they go
 * @param pipelineId all go through this one
 * @param releaseVersionId the go-live it was made for
 */
public record ReleasePackage(
    String id,
    ProjectKey project,
    String name,
    String pipelineId,
    @Nullable String releaseVersionId,
    List<WorkItemId> items,
    boolean archived,
    String createdBy,
    Instant createdAt,
    int version) {

  public ReleasePackage {
    items = List.copyOf(items);
  }

  /** The first in the order. */
  public WorkItemId lead() {
    return items.getFirst();
  }
}

package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.ChangeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run was started with.
 *
 * @param workItem the first of what it carries
 * @param candidate of the first
 * @param candidateDigest over all that it carries
 * @param wanted grows with everything that makes the run worth looking at
 * @param stage name of the current stage, derived
 * @param state derived; see {@link Run#state()}
 */
public record RunHeader(
    String id,
    ProjectKey project,
    WorkItemId workItem,
    String pipelineId,
    int pipelineVersion,
    int candidate,
    String candidateDigest,
    UserId promoter,
    String promoterName,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant abortedAt,
    @Nullable String supersededBy,
    long wanted,
    String stage,
    RunState state,
    ChangeType changeType,
    RunLoad load) {

  /** As people name it: the package, or the work item. */
  public String carried() {
    return load.packageName() == null ? workItem.value() : load.packageName();
  }
}

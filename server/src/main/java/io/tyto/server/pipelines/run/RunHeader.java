package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run was started with.
 *
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
    RunState state) {}

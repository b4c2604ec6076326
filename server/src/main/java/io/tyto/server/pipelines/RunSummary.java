package io.tyto.server.pipelines;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param changeType {@code NORMAL}, {@code STANDARD} or {@code EMERGENCY}
 */
public record RunSummary(
    String id,
    String project,
    String workItemId,
    String title,
    RunView.@Nullable PackageRef releasePackage,
    List<String> workItemIds,
    RunView.PipelineRef pipeline,
    int candidate,
    String state,
    String stage,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    String changeType) {}

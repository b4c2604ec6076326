package io.tyto.server.pipelines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run in a list. */
public record RunSummary(
    String id,
    String project,
    String workItemId,
    String title,
    RunView.PipelineRef pipeline,
    int candidate,
    String state,
    String stage,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt) {}

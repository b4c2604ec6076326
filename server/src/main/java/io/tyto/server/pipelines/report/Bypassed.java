package io.tyto.server.pipelines.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way around a rule that somebody asked for in a run.
 *
 * @param workItemId the first of what the run carries
 * @param releasePackage it went with; null when the item went by itself
 * @param action {@code skip}, {@code mark-done}, {@code retry}, {@code override} or {@code
 *     override-freeze}
 * @param confirmedBy the second person; null where none was needed or none came yet
 */
public record Bypassed(
    Instant at,
    String runId,
    String workItemId,
    @Nullable String releasePackage,
    String stage,
    String task,
    String action,
    String askedBy,
    String reason,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt) {}

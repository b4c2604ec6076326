package io.tyto.server.pipelines.validation;

import io.tyto.spi.delivery.Validator.CheckFinding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One validation of a candidate.
 *
 * @param state {@code RUNNING}, {@code COMPLETED} or {@code FAILED} (it could not be carried out)
 * @param outcome {@code PASSED}, {@code WARNINGS} or {@code FAILED}; null until completed
 * @param outdated the deliverables changed since
 * @param stage only this stage was validated; null for all
 * @param fault why it could not be carried out
 */
public record Validation(
    String id,
    String workItemId,
    int candidate,
    String digest,
    String state,
    @Nullable String outcome,
    boolean outdated,
    @Nullable String stage,
    List<CheckFinding> findings,
    @Nullable String fault,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt) {}

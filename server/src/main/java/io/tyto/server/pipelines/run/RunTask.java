package io.tyto.server.pipelines.run;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task of a run.
 *
 * @param position order in the run; a task that is put in later takes a place between two others
 * @param group tasks of a stage with the same group run in parallel
 * @param definedAs name of the pipeline's task it comes from; null for a manual step
 * @param deliverableId the manual step it stands for
 * @param attempt grows with each retry; answers to an earlier attempt change nothing
 * @param wakeAt when the wait ends by itself
 * @param token what a sender of the awaited message must know
 */
public record RunTask(
    String id,
    String runId,
    BigDecimal position,
    String stage,
    String name,
    String kind,
    @Nullable String group,
    @Nullable String definedAs,
    @Nullable String deliverableId,
    TaskState state,
    int attempt,
    @Nullable WaitReason waitingReason,
    @Nullable Instant wakeAt,
    String message,
    @Nullable String token,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  public boolean waitsFor(WaitReason reason) {
    return state == TaskState.WAITING && waitingReason == reason;
  }
}

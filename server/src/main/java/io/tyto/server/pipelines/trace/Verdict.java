package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.UserId;
import java.time.Instant;

/**
 * A person's decision on a task.
 *
 * @param attempt of the task it was given to; a retry asks anew
 * @param digest of what was decided on, empty where nothing is bound
 */
public record Verdict(
    String taskId,
    int attempt,
    Kind kind,
    UserId user,
    String userName,
    String message,
    String digest,
    Instant at) {

  /** What was decided. */
  public enum Kind {
    APPROVED,
    REJECTED,
    /** Pressed Promote on a wait. */
    PROMOTED,
    COMPLETED,
    RETRIED,
    ROLLED_BACK,
    SKIPPED,
    MARKED_DONE
  }
}

package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    Instant at,
    @Nullable UserId behalf,
    @Nullable String behalfName) {

  /** {@code dora for mara}, when a deputy decided. */
  public String by() {
    return behalfName == null ? userName : userName + " for " + behalfName;
  }

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

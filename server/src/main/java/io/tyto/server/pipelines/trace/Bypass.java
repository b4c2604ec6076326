package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way around a rule, visible for good.
 *
 * @param confirmedBy the second person; null where none was needed or none came yet
 */
public record Bypass(
    String taskId,
    int attempt,
    String action,
    UserId askedBy,
    String askedName,
    String reason,
    Instant askedAt,
    @Nullable UserId confirmedBy,
    @Nullable String confirmedName,
    @Nullable Instant confirmedAt) {

  /** The action of passing a freeze or a closed window; always two people's. */
  public static final String FREEZE = "override-freeze";

  /** The action of ending an emergency before it was approved afterwards. */
  public static final String UNAPPROVED = "unapproved";

  /** The action of passing gates that may be overridden. */
  public static final String OVERRIDE = "override";
}

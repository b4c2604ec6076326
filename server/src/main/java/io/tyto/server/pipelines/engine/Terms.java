package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long is waited for the end of an effect, and whether anybody is asked when it failed.
 *
 * @param timeout as the pipeline says; null where it says nothing
 * @param goesOn the run goes on in spite of it
 */
record Terms(@Nullable Duration timeout, boolean goesOn) {
  private static final Duration USUAL = Duration.ofHours(2);

  static Terms of(TaskSpec spec) {
    return new Terms(spec.timeout(), spec.continueOnFailure());
  }

  /** Sent so long ago that a person is asked instead of waiting on. */
  boolean overdue(Effect effect, Instant now) {
    Duration most = Objects.requireNonNullElse(timeout, USUAL);
    return effect.sentAt() != null && now.isAfter(since(effect, now).plus(most));
  }

  /** The pipeline gave it no time for another attempt that late. */
  boolean tooLateFor(Effect effect, Instant now, Duration pause) {
    return timeout != null && now.plus(pause).isAfter(since(effect, now).plus(timeout));
  }

  /** What queues for a system is given its time from the sending, anything else all in all. */
  private Instant since(Effect effect, Instant now) {
    Instant sent = effect.sentAt();
    return timeout != null && effect.busyKey() == null
        ? effect.createdAt()
        : sent == null ? now : sent;
  }

  /** To go on with "for" or "within". */
  String said() {
    return timeout == null ? "two hours" : "the task's timeout of " + timeout;
  }
}

package io.tyto.server.pipelines.work;

import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far a worker came. */
public sealed interface WorkResult {

  /**
   * @param warnings it is done, with warnings of the other side
   */
  record Done(String summary, List<Evidence> evidence, boolean warnings) implements WorkResult {

    /** Without warnings. */
    public Done(String summary, List<Evidence> evidence) {
      this(summary, evidence, false);
    }
  }

  record Working(String handle, Duration lookAgainIn, String note) implements WorkResult {}

  record Refused(String code, String message, List<Evidence> evidence) implements WorkResult {}

  record Broken(Fault fault) implements WorkResult {}

  /** Held back by a freeze or window before anything was done. */
  record Parked(Instant until, String message) implements WorkResult {}

  /** Nothing left the house: it may begin anew, with everything asked again. */
  default boolean unsent() {
    return this instanceof Broken(Fault fault)
        && (fault.kind() == Fault.Kind.UNREACHABLE || fault.kind() == Fault.Kind.TOO_MANY_REQUESTS);
  }

  static WorkResult of(Progress progress) {
    return switch (progress) {
      case Progress.Done done -> new Done(done.summary(), done.evidence(), done.warnings());
      case Progress.Working working ->
          new Working(working.handle().value(), working.lookAgainIn(), working.note());
      case Progress.Refused refused ->
          new Refused(refused.code(), refused.message(), refused.evidence());
      case Progress.Broken broken -> new Broken(broken.fault());
    };
  }

  static WorkResult done(String summary) {
    return new Done(summary, List.of());
  }

  static WorkResult refused(String code, String message) {
    return new Refused(code, message, List.of());
  }
}

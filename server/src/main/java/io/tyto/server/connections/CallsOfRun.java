package io.tyto.server.connections;

import java.util.Optional;
import java.util.function.Supplier;

/** Notes in the call log which run calls belong to. */
public final class CallsOfRun {
  private static final ScopedValue<String> RUN = ScopedValue.newInstance();

  private CallsOfRun() {}

  /** Does the work; calls it makes on this thread are logged with the run's id. */
  public static <T> T during(String runId, Supplier<T> work) {
    return ScopedValue.where(RUN, runId).call(work::get);
  }

  /** The run this thread works for. */
  public static Optional<String> current() {
    return RUN.isBound() ? Optional.of(RUN.get()) : Optional.empty();
  }
}

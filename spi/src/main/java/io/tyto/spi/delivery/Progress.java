package io.tyto.spi.delivery;

import io.tyto.spi.Fault;
import java.time.Duration;
import java.util.List;

/** Where a piece of work stands. */
public sealed interface Progress {

  /**
   * Verified at the target.
   *
   * @param warnings it is there, and the target said something that a person may want to read
   */
  record Done(String summary, List<Evidence> evidence, boolean warnings) implements Progress {

    /** Without warnings. */
    public Done(String summary, List<Evidence> evidence) {
      this(summary, evidence, false);
    }
  }

  record Working(Handle handle, Duration lookAgainIn, String note) implements Progress {}

  /** The other side said no: a person decides. */
  record Refused(String code, String message, List<Evidence> evidence) implements Progress {}

  /** We could not find out: policy decides. */
  record Broken(Fault fault) implements Progress {}
}

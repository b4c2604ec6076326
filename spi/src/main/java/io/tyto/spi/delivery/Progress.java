package io.tyto.spi.delivery;

import io.tyto.spi.Fault;
import java.time.Duration;
import java.util.List;

/** Where a piece of work stands. */
public sealed interface Progress {

  /** Verified at the target. */
  record Done(String summary, List<Evidence> evidence) implements Progress {}

  record Working(Handle handle, Duration lookAgainIn, String note) implements Progress {}

  /** The other side said no: a person decides. */
  record Refused(String code, String message, List<Evidence> evidence) implements Progress {}

  /** We could not find out: policy decides. */
  record Broken(Fault fault) implements Progress {}
}

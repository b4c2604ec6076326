package io.tyto.spi.delivery;

import java.time.Duration;
import java.util.List;

/** Did it happen? */
public sealed interface Finding {

  /** It did; go on polling here. */
  record Happened(Handle handle) implements Finding {}

  record DidNot(String why) implements Finding {}

  record TooEarly(Duration lookAgainIn) implements Finding {}

  /** The target cannot tell: a person decides with this evidence. */
  record CannotTell(List<Evidence> evidence) implements Finding {}
}

package io.tyto.spi.stories;

/** Outcome of an update. */
public sealed interface Push {

  record Written(String message) implements Push {}

  record AlreadyThere() implements Push {}

  /** The other side said no, or its interface has no place for this; a warning, never a failure. */
  record Refused(String message) implements Push {}
}

package io.tyto.server.notifications;

/** What a person may be told about. */
public enum Topic {
  /** An approval waits for the person. */
  APPROVAL(true),
  /** Work by hand waits for the person. */
  MANUAL(false),
  /** A run stopped that the person promoted, or what the person may go on with. */
  RUN_FAILED(true),
  /** Somebody wants to go around a rule, and the person may confirm it. */
  SECOND_PERSON(true),
  /** A pipeline tells the person something. */
  NOTICE(false);

  private final boolean byDefault;

  Topic(boolean byDefault) {
    this.byDefault = byDefault;
  }

  /** Wanted by who chose nothing. */
  public boolean byDefault() {
    return byDefault;
  }
}

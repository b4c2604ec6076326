package io.tyto.server.notifications;

/** What a person may be told about. */
public enum Topic {
  /** An approval waits for the person. */
  APPROVAL(true),
  /** Work by hand waits for the person. */
  MANUAL(false),
  /** A run that the person promoted stopped. */
  RUN_FAILED(true),
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

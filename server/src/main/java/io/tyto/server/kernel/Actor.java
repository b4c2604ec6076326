package io.tyto.server.kernel;

/**
 * Who does something, explicit in every step.
 *
 * @param name as shown to people and written to the audit trail
 */
public record Actor(UserId id, String name, Kind kind) {

  /** The server itself: sweepers, schedulers, write-back. */
  public static final Actor SYSTEM = new Actor(new UserId("system"), "Tyto", Kind.SYSTEM);

  /** How the actor came in. A token never approves. */
  public enum Kind {
    PERSON,
    TOKEN,
    SYSTEM
  }
}

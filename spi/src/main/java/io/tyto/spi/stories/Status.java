package io.tyto.spi.stories;

/**
 * A status as the external system spells it.
 *
 * @param phase what the status means to our gates
 */
public record Status(String code, String label, Phase phase) {

  /** Where an item stands in its life, free of vendor words. */
  public enum Phase {
    NOT_PLANNED,
    SPECIFIED,
    IN_PROGRESS,
    IN_TEST,
    TESTED,
    READY_FOR_PRODUCTION,
    DONE,
    BLOCKED,
    UNKNOWN
  }
}

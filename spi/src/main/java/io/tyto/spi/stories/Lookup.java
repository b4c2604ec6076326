package io.tyto.spi.stories;

/** Outcome of reading one item. */
public sealed interface Lookup {

  record Found(AlmItem item) implements Lookup {}

  /**
   * @param reason for a person: deleted, obsolete or hidden
   */
  record Absent(String reason) implements Lookup {}
}

package io.tyto.spi.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a connector saw before it acts.
 *
 * @param value opaque to others, stored with the intent
 * @param underWay what somebody else does to the same content at the target right now, for a
 *     person: what, by whom, since when, and how to end it there; null when nothing is, or when the
 *     target cannot tell. Nothing is sent meanwhile.
 */
public record Before(String value, @Nullable String underWay) {

  /** Nobody else is at it, as far as the target tells. */
  public Before(String value) {
    this(value, null);
  }
}

package io.tyto.spi.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a connector saw before it acts.
 *
 * @param value opaque to others, stored with the intent
 * @param underWay what somebody else does to the same content at the target right now, for a
 *     person: what, by whom, since when, and how to end it there; null when nothing is, or when the
 *     target cannot tell. Nothing is sent meanwhile.
 * @param sentBy told with {@link ReleaseTarget#find}: nothing can have been sent after that; null
 *     when it is not known
 */
public record Before(String value, @Nullable String underWay, @Nullable Instant sentBy) {

  public Before(String value, @Nullable String underWay) {
    this(value, underWay, null);
  }

  /** Nobody else is at it, as far as the target tells. */
  public Before(String value) {
    this(value, null, null);
  }
}

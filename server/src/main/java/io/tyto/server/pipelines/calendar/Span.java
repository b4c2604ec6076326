package io.tyto.server.pipelines.calendar;

import java.time.Instant;

/** From, inclusive, to, exclusive. */
public record Span(Instant from, Instant to) {

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}

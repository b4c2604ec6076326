package io.tyto.server.pipelines.rig;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is set. */
public final class SettableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public void reach(Instant then) {
    if (then.isAfter(now)) {
      now = then;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

package io.tyto.simulator.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The landscape's clock: real time plus an offset that a test moves forward. */
public final class SimClock extends Clock {
  private final Clock real;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public SimClock() {
    this(Clock.systemUTC());
  }

  public SimClock(Clock real) {
    this.real = real;
  }

  public void advance(Duration by) {
    offset.updateAndGet(before -> before.plus(by));
  }

  public void reset() {
    offset.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(real, offset.get()).withZone(zone);
  }
}

package io.tyto.server.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Business time of the server under test: goes on by itself, and can be advanced. */
public final class TestClock extends Clock {
  static final TestClock SHARED = new TestClock();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private TestClock() {}

  /** Until the test method ends; sessions grow old with it. */
  public void advance(Duration by) {
    ahead.updateAndGet(now -> now.plus(by));
  }

  void reset() {
    ahead.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The server lives in UTC");
  }
}

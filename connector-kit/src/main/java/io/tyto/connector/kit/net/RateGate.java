package io.tyto.connector.kit.net;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps all calls of one connection from beginning while the other side has asked for a pause.
 *
 * <p>Share one gate between all that call the same connection. Waiting is real time, not business
 * time: the other side's pause does not care about our clock.
 */
public final class RateGate {
  /** Longest pause that is waited out inside a call; a longer one is handed to the caller. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AtomicLong openAt = new AtomicLong(System.nanoTime());

  /**
   * Returns once calls may begin.
   *
   * @throws FaultException TOO_MANY_REQUESTS when the pause left is longer than {@link #PATIENCE}
   */
  public void pass() {
    for (long left = left(); left > 0; left = left()) {
      if (left > PATIENCE.toNanos()) {
        throw closed(Duration.ofNanos(left));
      }
      pause(left);
    }
  }

  /** Closes the gate; a pause that is already longer stays. */
  public void close(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    openAt.accumulateAndGet(until, (now, asked) -> asked - now > 0 ? asked : now);
  }

  private long left() {
    return openAt.get() - System.nanoTime();
  }

  private static void pause(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(
          Fault.of(Kind.UNREACHABLE, "Interrupted before anything was sent."), e);
    }
  }

  private static FaultException closed(Duration left) {
    String message = "The other side asked for a pause; " + (left.toSeconds() + 1) + " s are left.";
    return new FaultException(new Fault(Kind.TOO_MANY_REQUESTS, message, left, "429", null));
  }
}

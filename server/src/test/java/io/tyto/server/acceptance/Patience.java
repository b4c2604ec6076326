package io.tyto.server.acceptance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is right, or fails with the last one. */
final class Patience {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Patience() {}

  static <T> T until(String what, Supplier<T> question, Predicate<T> right) {
    return until(what, LONGEST, question, right);
  }

  static <T> T until(String what, Duration longest, Supplier<T> question, Predicate<T> right) {
    long end = System.nanoTime() + longest.toNanos();
    T last = question.get();
    while (!right.test(last)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited " + longest + " for " + what + ", but it is: " + last);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      last = question.get();
    }
    return last;
  }
}

package io.tyto.demo.client;

import io.tyto.demo.tell.DemoFailure;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until an answer is the wished one. */
public final class Await {
  private static final Duration BETWEEN = Duration.ofMillis(150);

  private Await() {}

  /**
   * @param what for the message: "the sync to end"
   */
  public static <T> T until(
      String what, Duration longest, Supplier<T> question, Predicate<T> wished) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      T answer = question.get();
      if (wished.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new DemoFailure(
            "Waited " + longest.toSeconds() + " s for " + what + ". Last seen:\n" + answer);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted.", e);
    }
  }
}

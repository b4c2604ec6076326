package io.tyto.server.acceptance;

import io.tyto.server.acceptance.ChaosTable.Found;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** People who carry many promotions at the same time, without asking the servers all the time. */
final class ChaosCrowd {
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /** How many of them talk to the server at once. */
  private static final int TALKING = 6;

  private ChaosCrowd() {}

  /**
   * Until every run is over, or for so long.
   *
   * @return whether all are over
   */
  static boolean carry(List<Trip> trips, Duration longest) {
    return carry(trips, longest, Duration.ofMillis(50L + 20L * trips.size()), () -> false);
  }

  static boolean carry(List<Trip> trips, Duration longest, Duration pause, BooleanSupplier enough) {
    long end = System.nanoTime() + longest.toNanos();
    Semaphore talking = new Semaphore(TALKING);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> all =
          trips.stream()
              .map(trip ->
                  CompletableFuture.supplyAsync(
                      () -> carried(trip, end, pause, talking, enough), people))
              .toList();
      return all.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }
  }

  private static boolean carried(
      Trip trip, long end, Duration pause, Semaphore talking, BooleanSupplier enough) {
    while (System.nanoTime() < end && !enough.getAsBoolean()) {
      talking.acquireUninterruptibly();
      try {
        if (trip.step()) {
          return true;
        }
      } finally {
        talking.release();
      }
      nap(pause);
    }
    return false;
  }

  /** To their end, and what the targets saw of them. */
  static Found carried(List<Trip> trips, String said) {
    carry(trips, LONGEST);
    return found(trips).saying(said);
  }

  static Found found(List<Trip> trips) {
    return trips.stream().map(Trip::found).reduce(Found.NOTHING, Found::and);
  }

  /** Does this for each, some at a time; what one throws is thrown. */
  static <T> List<T> each(Stream<BySome<T>> what, int atOnce) {
    Semaphore free = new Semaphore(atOnce);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> all =
          what.map(one -> CompletableFuture.supplyAsync(() -> one.with(free), people)).toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  /** Something that takes a place while it is heavy. */
  interface BySome<T> {
    T now();

    default T with(Semaphore free) {
      free.acquireUninterruptibly();
      try {
        return now();
      } finally {
        free.release();
      }
    }
  }

  static void nap(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  static boolean await(Duration longest, BooleanSupplier what) {
    long end = System.nanoTime() + longest.toNanos();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      nap(Duration.ofMillis(50));
    }
    return true;
  }
}

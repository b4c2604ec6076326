package io.tyto.connector.cloudalm;

import io.tyto.connector.cloudalm.Pager.Fetch;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches up to eight pages ahead, guessing that the next ones are as long as the last one. */
final class Ahead<R> implements AutoCloseable {
  private static final int WINDOW = 8;

  private final Fetch<R> fetch;
  private final int limit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Pending<R>> pending = new ArrayDeque<>();
  // One page alone first: a small list ends there, and a longer one shows the service's own limit.
  private int window = 1;
  private int stride;
  private int next;

  private record Pending<R>(int offset, Future<List<R>> rows) {}

  Ahead(Fetch<R> fetch, int limit) {
    this.fetch = fetch;
    this.limit = limit;
    this.stride = limit;
  }

  void begin() {
    fill();
  }

  /** Tells how far the last page took us. */
  void expect(int step) {
    boolean steady = step == stride;
    window = steady || step >= limit / 2 ? WINDOW : 1;
    stride = step;
  }

  List<R> take(int offset) {
    Pending<R> head = pending.peek();
    if (head == null || head.offset() != offset) {
      // A wrong guess: what is under way is left alone, its rows are not used.
      pending.clear();
      next = offset;
    }
    fill();
    Pending<R> page = pending.remove();
    try {
      return page.rows().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(Fault.of(Kind.UNREACHABLE, "Interrupted while reading."), e);
    }
  }

  private void fill() {
    while (pending.size() < window) {
      int offset = next;
      pending.add(new Pending<>(offset, threads.submit(() -> fetch.rows(offset, limit))));
      next += stride;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

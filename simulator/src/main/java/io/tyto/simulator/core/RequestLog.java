package io.tyto.simulator.core;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The last requests a system received, by time of arrival; older ones beyond the capacity are
 * dropped.
 */
public final class RequestLog {
  /**
   * One request; {@code path} includes the query, {@code status} is 0 while or if never answered.
   */
  public record Entry(long seq, Instant at, String method, String path, int status) {}

  private static final int CAPACITY = 50_000;
  private final Clock clock;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private long count;

  public RequestLog(Clock clock) {
    this.clock = clock;
  }

  public synchronized List<Entry> entries() {
    return lines.stream().map(Line::entry).toList();
  }

  /** How many requests arrived since the last reset, dropped lines included. */
  public synchronized long count() {
    return count;
  }

  /** Runs at the arrival of every request, before its work; forgotten at the next reset. */
  public void whenArrived(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  Line arrived(String method, String path) {
    Line line = noted(method, path);
    listeners.forEach(listener -> listener.accept(line.entry()));
    return line;
  }

  private synchronized Line noted(String method, String path) {
    Line line = new Line(new Entry(++count, clock.instant(), method, path, 0));
    lines.addLast(line);
    if (lines.size() > CAPACITY) {
      lines.removeFirst();
    }
    return line;
  }

  synchronized void reset() {
    lines.clear();
    listeners.clear();
    count = 0;
  }

  static final class Line {
    private volatile Entry entry;

    private Line(Entry entry) {
      this.entry = entry;
    }

    Entry entry() {
      return entry;
    }

    void answered(int status) {
      entry = new Entry(entry.seq(), entry.at(), entry.method(), entry.path(), status);
    }
  }
}

package io.tyto.simulator.core;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests a system received, by time of arrival; older ones beyond the capacity are dropped. */
public final class RequestLog {
  /** One request; {@code path} includes the query, {@code status} is 0 while or if never answered. */
  public record Entry(long seq, Instant at, String method, String path, int status) {}

  private static final int CAPACITY = 50_000;
  private final Clock clock;
  private final Deque<Line> lines = new ArrayDeque<>();
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

  synchronized Line arrived(String method, String path) {
    Line line = new Line(new Entry(++count, clock.instant(), method, path, 0));
    lines.addLast(line);
    if (lines.size() > CAPACITY) {
      lines.removeFirst();
    }
    return line;
  }

  synchronized void reset() {
    lines.clear();
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

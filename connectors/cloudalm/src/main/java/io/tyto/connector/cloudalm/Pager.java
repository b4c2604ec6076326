package io.tyto.connector.cloudalm;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a list by offset while others change it, without losing a row that stays.
 *
 * <p>Rows inserted or deleted before the place we read shift the rest. So each page begins a few
 * rows early and must share an unchanged row with the page before: rows after the shared one cannot
 * have slipped by. Where nothing is shared, the list shrank, and we step back until something is.
 * Rows that changed and moved meanwhile are the caller's to read again by their change marker. A
 * page may be shorter than asked; the end is where asking from the last known rows brings no
 * others.
 */
final class Pager<R extends Pager.Row> {
  static final int PAGE = 500;
  private static final int OVERLAP = 4;
  private static final int MAX_REPAIRS = 200;

  /** One row of the list. */
  interface Row {
    String key();

    /** Differs after every change. */
    String marker();
  }

  /** Reads rows from an offset, called by several threads at once. */
  @FunctionalInterface
  interface Fetch<R> {
    List<R> rows(int offset, int limit);
  }

  private final Ahead<R> ahead;

  Pager(Fetch<R> fetch) {
    this.ahead = new Ahead<>(fetch, PAGE);
  }

  /** Fetches the first page now, beside whatever comes before {@link #read}. */
  Pager<R> begun() {
    ahead.begin();
    return this;
  }

  /** Hands over pages in order, on this thread, once; rows of an overlap come again. */
  void read(Consumer<List<R>> out) {
    try (ahead) {
      List<R> before = List.of();
      int at = 0;
      int end = 0;
      int back = OVERLAP;
      int repairs = 0;
      while (true) {
        List<R> rows = ahead.take(at);
        boolean overlapped = at > 0 && at < end;
        if (overlapped && !joined(before, rows)) {
          requireProgress(++repairs);
          back *= 8;
          at = Math.max(0, end - back);
          continue;
        }
        // While stepping back a page may lie within known rows because it was capped.
        boolean nothingNew = overlapped && back == OVERLAP && within(before, rows);
        if (rows.isEmpty() || (nothingNew && at + rows.size() <= end)) {
          return;
        }
        out.accept(rows);
        before = rows;
        back = OVERLAP;
        end = at + rows.size();
        int overlap = Math.min(OVERLAP, rows.size() - 1);
        ahead.expect(rows.size() - overlap);
        at = end - overlap;
      }
    }
  }

  private static void requireProgress(int repairs) {
    if (repairs > MAX_REPAIRS) {
      throw new FaultException(
          Fault.of(
              Kind.MALFORMED,
              "The list changed too much while it was read; nothing was taken from it. Try"
                  + " again."));
    }
  }

  private static <R extends Row> boolean joined(List<R> before, List<R> rows) {
    R last = before.getLast();
    boolean usual =
        rows.stream()
            .limit(OVERLAP)
            .anyMatch(row -> row.key().equals(last.key()) && row.marker().equals(last.marker()));
    if (usual) {
      return true;
    }
    Map<String, String> known = markers(before);
    return rows.stream().anyMatch(row -> row.marker().equals(known.get(row.key())));
  }

  private static <R extends Row> boolean within(List<R> before, List<R> rows) {
    if (rows.size() > before.size()) {
      return false;
    }
    Map<String, String> known = markers(before);
    return rows.stream().allMatch(row -> known.containsKey(row.key()));
  }

  private static <R extends Row> Map<String, String> markers(List<R> rows) {
    Map<String, String> markers = new HashMap<>();
    rows.forEach(row -> markers.put(row.key(), row.marker()));
    return markers;
  }
}

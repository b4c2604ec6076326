package io.tyto.simulator.core;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was really done to one system, append-only: the truth that tests compare a client's belief
 * with.
 */
public final class Ledger {
  /** One deed; {@code seq} counts from 1. */
  public record Entry(
      long seq, Instant at, String action, String subject, Map<String, @Nullable Object> detail) {}

  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();

  public Ledger(Clock clock) {
    this.clock = clock;
  }

  public synchronized Entry add(
      String action, String subject, Map<String, ? extends @Nullable Object> detail) {
    Map<String, @Nullable Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    Entry entry = new Entry(entries.size() + 1L, clock.instant(), action, subject, copy);
    entries.add(entry);
    return entry;
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The deeds of one action, in order. */
  public List<Entry> entries(String action) {
    return entries().stream().filter(entry -> entry.action().equals(action)).toList();
  }

  synchronized void reset() {
    entries.clear();
  }
}

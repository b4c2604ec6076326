package io.tyto.server.pipelines.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a deployment may not begin now, and when it may.
 *
 * @param until when nothing holds it back any more; at most {@link #HORIZON} ahead
 * @param by the entries in whose way it stands, first the one that holds it back now
 */
public record Hold(Instant now, Instant until, List<CalendarEntry> by) {
  /** Nobody plans further; then it is looked at again. */
  static final Duration HORIZON = Duration.ofDays(400);

  private static final Duration NEAR = Duration.ofDays(6);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

  public Hold {
    by = List.copyOf(by);
  }

  /**
   * Looks for the first time from now on at which all targets are free.
   *
   * @param targets for each target the entries that cover it
   */
  public static Optional<Hold> of(List<List<CalendarEntry>> targets, Instant now) {
    List<CalendarEntry> by = new ArrayList<>();
    Instant end = now.plus(HORIZON);
    Instant at = now;
    boolean free = false;
    while (!free && at.isBefore(end)) {
      Instant start = at;
      for (List<CalendarEntry> entries : targets) {
        at = later(at, thawed(entries, at, end, by));
        at = later(at, inside(entries, at, end, by));
      }
      free = at.equals(start);
    }
    Instant until = at.isBefore(end) ? at : end;
    return until.equals(now)
        ? Optional.empty()
        : Optional.of(new Hold(now, until, by.stream().distinct().toList()));
  }

  private static Instant thawed(
      List<CalendarEntry> entries, Instant at, Instant end, List<CalendarEntry> by) {
    Instant latest = at;
    for (CalendarEntry entry : entries) {
      if (entry.kind() == CalendarEntry.Kind.FREEZE) {
        for (Span span : Occurrences.between(entry, at, at.plusMillis(1))) {
          if (span.contains(at)) {
            by.add(entry);
            latest = later(latest, span.to());
          }
        }
      }
    }
    return latest.isAfter(end) ? end : latest;
  }

  /** The next moment inside one of the windows; now when there are none. */
  private static Instant inside(
      List<CalendarEntry> entries, Instant at, Instant end, List<CalendarEntry> by) {
    List<CalendarEntry> windows =
        entries.stream().filter(entry -> entry.kind() == CalendarEntry.Kind.WINDOW).toList();
    Instant next = end;
    for (CalendarEntry window : windows) {
      for (Span span : Occurrences.between(window, at, end)) {
        Instant opens = later(at, span.from());
        next = opens.isBefore(next) ? opens : next;
      }
    }
    if (windows.isEmpty() || next.equals(at)) {
      return at;
    }
    by.addAll(windows);
    return next;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether an end is in sight. */
  public boolean ends() {
    return until.isBefore(now.plus(HORIZON));
  }

  /** {@code Freeze until Mon 06:00 (Year-end, Europe/Berlin).} */
  public String message() {
    CalendarEntry first = by.getFirst();
    boolean freeze = first.kind() == CalendarEntry.Kind.FREEZE;
    String names = String.join(", ", by.stream().map(CalendarEntry::name).distinct().toList());
    if (!ends()) {
      return "%s without an end in sight (%s).".formatted(freeze ? "Freeze" : "No window", names);
    }
    ZonedDateTime local = until.atZone(first.timeZone());
    String time = (Duration.between(now, until).compareTo(NEAR) < 0 ? DAY : DATE).format(local);
    return "%s %s (%s, %s)."
        .formatted(
            freeze ? "Freeze until" : "Waits for its window:",
            time,
            names,
            first.timeZone().getId());
  }
}

package io.tyto.server.pipelines.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Recur;

/**
 * Lays an entry out in time. Rules are counted on the wall clock and only then turned into
 * instants, so that "22:00 to 06:00" stays so when clocks change: that night is an hour longer or
 * shorter. A start or end that a change of clocks leaves out is moved on by the gap.
 */
public final class Occurrences {
  private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
  private static final int LONGEST_RULE = 200;

  private Occurrences() {}

  /** Those that overlap the time between, in their order. */
  public static List<Span> between(CalendarEntry entry, Instant from, Instant to) {
    Duration length = Duration.between(entry.startsAt(), entry.endsAt());
    LocalDateTime first =
        LocalDateTime.ofInstant(from, entry.timeZone()).minus(length).minusDays(1);
    LocalDateTime last = LocalDateTime.ofInstant(to, entry.timeZone()).plusDays(1);
    return starts(entry, first, last).stream()
        .map(start -> span(entry, start, length))
        .filter(span -> span.from().isBefore(to) && span.to().isAfter(from))
        .filter(span -> span.from().isBefore(span.to()))
        .toList();
  }

  private static Set<LocalDateTime> starts(
      CalendarEntry entry, LocalDateTime first, LocalDateTime last) {
    Set<LocalDateTime> starts = new TreeSet<>();
    starts.add(entry.startsAt());
    if (entry.repeats() != null && last.isAfter(entry.startsAt())) {
      LocalDateTime begin = first.isBefore(entry.startsAt()) ? entry.startsAt() : first;
      starts.addAll(
          new Recur<LocalDateTime>(entry.repeats()).getDates(entry.startsAt(), begin, last));
    }
    starts.removeIf(
        start -> entry.repeatsUntil() != null && start.toLocalDate().isAfter(entry.repeatsUntil()));
    return starts;
  }

  private static Span span(CalendarEntry entry, LocalDateTime start, Duration length) {
    return new Span(
        ZonedDateTime.of(start, entry.timeZone()).toInstant(),
        ZonedDateTime.of(start.plus(length), entry.timeZone()).toInstant());
  }

  /** Whether it is a rule that is understood here: by days or longer, without an end of its own. */
  static boolean understands(String rule) {
    if (rule.length() > LONGEST_RULE || rule.toUpperCase(Locale.ROOT).contains("UNTIL")) {
      return false;
    }
    try {
      Recur<LocalDateTime> read = new Recur<>(rule);
      return FREQUENCIES.contains(String.valueOf(read.getFrequency()))
          && read.getHourList().isEmpty()
          && read.getMinuteList().isEmpty()
          && read.getSecondList().isEmpty();
    } catch (RuntimeException unreadable) {
      return false;
    }
  }
}

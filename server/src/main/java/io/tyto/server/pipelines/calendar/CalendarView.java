package io.tyto.server.pipelines.calendar;

import io.tyto.server.landscape.EnvironmentView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the outside sees it.
 *
 * @param scope {@code all}, {@code project}, {@code environment}, {@code environment-type}: the
 *     narrowest of what is named
 * @param active it is in effect now
 * @param next the occurrence that is on or comes next; null when none does within 400 days
 * @param actions {@code change} when this caller may change and delete it
 */
public record CalendarView(
    String id,
    int version,
    CalendarEntry.Kind kind,
    String name,
    String reason,
    String scope,
    @Nullable String project,
    @Nullable String environmentId,
    @Nullable String environment,
    EnvironmentView.@Nullable Type environmentType,
    String timeZone,
    LocalDateTime startsAt,
    LocalDateTime endsAt,
    @Nullable String repeats,
    @Nullable LocalDate repeatsUntil,
    boolean active,
    @Nullable Span next,
    String changedBy,
    Instant changedAt,
    List<String> actions) {

  /** One occurrence of an entry. */
  public record OccurrenceView(
      String entryId, CalendarEntry.Kind kind, String name, Instant from, Instant to) {}
}

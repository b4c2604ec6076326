package io.tyto.server.pipelines.calendar;

import io.tyto.server.landscape.EnvironmentView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A freeze, or a window outside of which nothing is deployed. Its scope is all that project,
 * environment and type leave open; without any of them it is the whole server.
 *
 * @param startsAt of the first occurrence, on the wall clock of {@code timeZone}
 * @param repeats RFC 5545 recurrence rule without UNTIL; null for one-off
 * @param repeatsUntil last day on which an occurrence begins; null for ever
 */
public record CalendarEntry(
    String id,
    int version,
    Kind kind,
    String name,
    String reason,
    @Nullable String project,
    @Nullable String environmentId,
    EnvironmentView.@Nullable Type environmentType,
    ZoneId timeZone,
    LocalDateTime startsAt,
    LocalDateTime endsAt,
    @Nullable String repeats,
    @Nullable LocalDate repeatsUntil,
    String changedBy,
    Instant changedAt) {

  /** What an entry does. */
  public enum Kind {
    /** Nothing is deployed inside. */
    FREEZE,
    /** What it covers is deployed inside only. */
    WINDOW
  }

  /** Whether deployments of that project to that environment are meant. */
  public boolean covers(String ofProject, EnvironmentView environment) {
    return (project == null || project.equals(ofProject))
        && (environmentId == null || environmentId.equals(environment.id().value()))
        && (environmentType == null || environmentType == environment.type());
  }
}

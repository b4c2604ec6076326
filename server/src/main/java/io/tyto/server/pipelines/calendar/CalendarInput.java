package io.tyto.server.pipelines.calendar;

import io.tyto.server.landscape.EnvironmentView;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An entry as somebody asks for it; see {@link CalendarEntry}. */
public record CalendarInput(
    CalendarEntry.@Nullable Kind kind,
    @Nullable String name,
    @Nullable String reason,
    @Nullable String project,
    @Nullable String environmentId,
    EnvironmentView.@Nullable Type environmentType,
    @Nullable String timeZone,
    @Nullable LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt,
    @Nullable String repeats,
    @Nullable LocalDate repeatsUntil) {}

package io.tyto.server.pipelines.calendar;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.Environments;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an entry must be, and who may write it: a project's release managers, or administrators. */
@Component
class EntryRules {
  private static final int NAME = 100;
  private static final int REASON = 1_000;
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Access access;
  private final Environments environments;
  private final Clock clock;

  EntryRules(Access access, Environments environments, Clock clock) {
    this.access = access;
    this.environments = environments;
    this.clock = clock;
  }

  boolean mayWrite(Actor caller, @Nullable String project) {
    return project == null
        ? access.may(caller.id(), Permission.CALENDAR_EDIT_ALL)
        : access.may(caller.id(), Permission.CALENDAR_EDIT, new ProjectKey(project));
  }

  /**
   * @throws Refusal {@code scope-needs-administrator}, or {@code not-found} for a project that the
   *     caller may not see
   */
  void requireWrite(Actor caller, @Nullable String project) {
    if (project != null) {
      access.require(caller.id(), Permission.CALENDAR_EDIT, new ProjectKey(project));
    } else if (!mayWrite(caller, null)) {
      throw Refusal.at(
          "project",
          CalendarRefusal.TOO_MUCH_SCOPE,
          "Choose one of your projects: what holds for all projects is an administrator's.");
    }
  }

  CalendarEntry read(CalendarInput input, String id, int version, Actor by) {
    LocalDateTime starts = required("startsAt", input.startsAt());
    LocalDateTime ends = required("endsAt", input.endsAt());
    if (!ends.isAfter(starts) || Duration.between(starts, ends).compareTo(LONGEST) > 0) {
      throw Refusal.at(
          "endsAt",
          CalendarRefusal.ENDS_BEFORE_IT_STARTS,
          "It ends after it starts, and within a year.");
    }
    return new CalendarEntry(
        id,
        version,
        required("kind", input.kind()),
        text("name", NAME, required("name", blankToNull(input.name()))),
        text("reason", REASON, Objects.requireNonNullElse(input.reason(), "").strip()),
        blankToNull(input.project()),
        environment(blankToNull(input.environmentId())),
        input.environmentType(),
        zone(required("timeZone", blankToNull(input.timeZone()))),
        starts.withNano(0),
        ends.withNano(0),
        rule(blankToNull(input.repeats())),
        blankToNull(input.repeats()) == null ? null : input.repeatsUntil(),
        by.name(),
        clock.instant());
  }

  private @Nullable String environment(@Nullable String id) {
    if (id != null && environments.find(new EnvironmentId(id)).isEmpty()) {
      throw Refusal.at(
          "environmentId", CalendarRefusal.UNKNOWN_ENVIRONMENT, "There is no such environment.");
    }
    return id;
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Refusal.at(
          "timeZone",
          CalendarRefusal.UNKNOWN_TIME_ZONE,
          "\"%s\" is no time zone; write it like Europe/Berlin.".formatted(name));
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException listedButUnknown) {
      throw new IllegalStateException(listedButUnknown);
    }
  }

  private static @Nullable String rule(@Nullable String rule) {
    if (rule != null && !Occurrences.understands(rule)) {
      throw Refusal.at(
          "repeats",
          CalendarRefusal.NOT_A_RULE,
          "Write a rule of RFC 5545 by days, weeks, months or years without UNTIL, for example"
              + " FREQ=WEEKLY;BYDAY=FR. Its last day stands in repeatsUntil.");
    }
    return rule;
  }

  private static String text(String field, int longest, String text) {
    if (text.length() > longest) {
      throw Refusal.at(
          field, CalendarRefusal.TOO_LONG, "At most %d characters.".formatted(longest));
    }
    return text;
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.at(field, CalendarRefusal.REQUIRED, "This is required.");
    }
    return value;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}

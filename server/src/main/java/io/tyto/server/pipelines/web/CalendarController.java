package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.calendar.CalendarView;
import io.tyto.server.pipelines.calendar.CalendarView.OccurrenceView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Freezes and deployment windows. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final int MOST = 1_000;

  private final CalendarDesk desk;
  private final Access access;

  CalendarController(CalendarDesk desk, Access access) {
    this.desk = desk;
    this.access = access;
  }

  /** What holds for the caller's projects, what is on or comes next first. */
  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<CalendarView> listCalendar(@RequestParam(required = false) @Nullable String project) {
    return new Page<>(desk.list(access.caller(), project), null, null);
  }

  /** Occurrences between two times at most 400 days apart. */
  @GetMapping("/occurrences")
  @Needs(Permission.SIGNED_IN)
  Page<OccurrenceView> listOccurrences(
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable String project) {
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Refusal.at(
          "to", GeneralRefusal.INVALID, "The end is after the start, within 400 days.");
    }
    List<OccurrenceView> found =
        desk.occurrences(access.caller().id(), project, from, to).stream().limit(MOST).toList();
    return new Page<>(found, null, null);
  }

  @GetMapping("/{id}")
  @Needs(Permission.SIGNED_IN)
  CalendarView getCalendarEntry(@PathVariable String id) {
    return desk.get(access.caller(), id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Permission.CALENDAR_EDIT)
  CalendarView createCalendarEntry(@RequestBody CalendarInput input) {
    return desk.create(access.caller(), input);
  }

  /** Replaces the entry as a whole; what it held back is looked at again at once. */
  @PutMapping("/{id}")
  @Needs(Permission.CALENDAR_EDIT)
  CalendarView changeCalendarEntry(
      @PathVariable String id, ExpectedVersion version, @RequestBody CalendarInput input) {
    return desk.change(access.caller(), id, version, input);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.CALENDAR_EDIT)
  void removeCalendarEntry(@PathVariable String id) {
    desk.remove(access.caller(), id);
  }
}

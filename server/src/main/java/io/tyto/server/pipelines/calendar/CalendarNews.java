package io.tyto.server.pipelines.calendar;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells audit trail, pages and engine what happened to the calendar. */
@Component
class CalendarNews {
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CalendarNews(AuditTrail audit, ApplicationEventPublisher events) {
    this.audit = audit;
    this.events = events;
  }

  void created(Actor by, CalendarEntry entry) {
    tell(by, "calendar-entry-created", entry, facts(entry));
  }

  void removed(Actor by, CalendarEntry entry) {
    tell(by, "calendar-entry-removed", entry, facts(entry));
  }

  void changed(Actor by, CalendarEntry before, CalendarEntry after) {
    Map<String, Object> was = facts(before);
    Map<String, Object> changes = new LinkedHashMap<>();
    facts(after)
        .forEach((field, value) -> {
          Object old = Objects.requireNonNull(was.get(field));
          if (!old.equals(value)) {
            changes.put(field, Map.of("from", old, "to", value));
          }
        });
    tell(by, "calendar-entry-changed", after, changes);
  }

  private void tell(Actor by, String action, CalendarEntry entry, Map<String, Object> details) {
    ProjectKey project = entry.project() == null ? null : new ProjectKey(entry.project());
    audit.record(by, new Audited.Entry(project, action, "calendar-entry/" + entry.id(), details));
    events.publishEvent(new LiveEvent(null, "calendar", entry.id()));
    events.publishEvent(new CalendarChanged(entry.id()));
  }

  private static Map<String, Object> facts(CalendarEntry entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", entry.kind().name());
    facts.put("name", entry.name());
    facts.put("reason", entry.reason());
    facts.put("project", text(entry.project()));
    facts.put("environmentId", text(entry.environmentId()));
    facts.put("environmentType", text(entry.environmentType()));
    facts.put("timeZone", entry.timeZone().getId());
    facts.put("startsAt", text(entry.startsAt()));
    facts.put("endsAt", text(entry.endsAt()));
    facts.put("repeats", text(entry.repeats()));
    facts.put("repeatsUntil", text(entry.repeatsUntil()));
    return facts;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

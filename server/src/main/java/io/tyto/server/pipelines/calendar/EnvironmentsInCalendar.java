package io.tyto.server.pipelines.calendar;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** An environment that the calendar names is in use. */
@Component
class EnvironmentsInCalendar implements EnvironmentUse {
  private final EntryStore entries;

  EnvironmentsInCalendar(EntryStore entries) {
    this.entries = entries;
  }

  @Override
  public List<Use> usesOf(EnvironmentId environment, String environmentName) {
    return entries.all().stream()
        .filter(entry -> environment.value().equals(entry.environmentId()))
        .map(entry ->
            new Use(
                "calendar-entry",
                entry.id(),
                entry.name(),
                entry.project() == null ? null : new ProjectKey(entry.project()),
                false))
        .toList();
  }
}

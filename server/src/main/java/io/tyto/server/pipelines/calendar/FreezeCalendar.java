package io.tyto.server.pipelines.calendar;

import io.tyto.server.landscape.EnvironmentView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says when deployments may begin. Reads our own data only. */
@Component
public class FreezeCalendar {
  private final EntryStore entries;

  FreezeCalendar(EntryStore entries) {
    this.entries = entries;
  }

  /** Why deployments of that project there may not all begin now; empty when they may. */
  public Optional<Hold> hold(
      String project, Collection<EnvironmentView> environments, Instant now) {
    return Hold.of(covering(project, environments), now);
  }

  /**
   * When the windows of all of them are open next, freezes considered; now when they are open.
   * Empty when none of them has a window, or none opens in sight.
   */
  public Optional<Instant> nextWindow(
      String project, Collection<EnvironmentView> environments, Instant now) {
    List<List<CalendarEntry>> targets = covering(project, environments);
    boolean any =
        targets.stream()
            .flatMap(List::stream)
            .anyMatch(entry -> entry.kind() == CalendarEntry.Kind.WINDOW);
    Optional<Hold> hold = Hold.of(targets, now);
    return any && hold.map(Hold::ends).orElse(true)
        ? Optional.of(hold.map(Hold::until).orElse(now))
        : Optional.empty();
  }

  /** In a transaction: until its end the calendar stays as it is. */
  public void keepStill() {
    entries.shareLock();
  }

  private List<List<CalendarEntry>> covering(
      String project, Collection<EnvironmentView> environments) {
    List<CalendarEntry> all = entries.ofProject(project);
    return environments.stream()
        .distinct()
        .map(environment ->
            all.stream().filter(entry -> entry.covers(project, environment)).toList())
        .toList();
  }
}

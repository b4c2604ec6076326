package io.tyto.server.pipelines.calendar;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.calendar.CalendarView.OccurrenceView;
import io.tyto.server.projects.Projects;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendar for people: everybody sees what holds for them, some may write. */
@Component
public class CalendarDesk {
  private final EntryStore entries;
  private final EntryRules rules;
  private final CalendarNews news;
  private final Projects projects;
  private final Environments environments;
  private final TransactionTemplate tx;
  private final Clock clock;

  CalendarDesk(
      EntryStore entries,
      EntryRules rules,
      CalendarNews news,
      Projects projects,
      Environments environments,
      TransactionTemplate tx,
      Clock clock) {
    this.entries = entries;
    this.rules = rules;
    this.news = news;
    this.projects = projects;
    this.environments = environments;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * What is on first, then what comes next, then what is over.
   *
   * @param project only what holds for it; null for all
   */
  public List<CalendarView> list(Actor caller, @Nullable String project) {
    return visible(caller.id(), project).stream()
        .map(entry -> view(entry, caller))
        .sorted(
            Comparator.comparing(
                (CalendarView view) -> view.next() == null ? Instant.MAX : view.next().from()))
        .toList();
  }

  /**
   * @throws Refusal {@code not-found}
   */
  public CalendarView get(Actor caller, String id) {
    return view(found(caller, id), caller);
  }

  /** Occurrences in that time of what the user may see, in their order. */
  public List<OccurrenceView> occurrences(
      UserId user, @Nullable String project, Instant from, Instant to) {
    return visible(user, project).stream()
        .flatMap(entry ->
            Occurrences.between(entry, from, to).stream()
                .map(span ->
                    new OccurrenceView(
                        entry.id(), entry.kind(), entry.name(), span.from(), span.to())))
        .sorted(Comparator.comparing(OccurrenceView::from))
        .toList();
  }

  public CalendarView create(Actor caller, CalendarInput input) {
    CalendarEntry entry = rules.read(input, Ids.next(), 1, caller);
    rules.requireWrite(caller, entry.project());
    tx.executeWithoutResult(status -> {
      entries.lock();
      entries.write(entry);
      news.created(caller, entry);
    });
    return view(entry, caller);
  }

  /** Replaces the entry as a whole. */
  public CalendarView change(
      Actor caller, String id, ExpectedVersion version, CalendarInput input) {
    CalendarEntry changed =
        Objects.requireNonNull(
            tx.execute(status -> {
              entries.lock();
              CalendarEntry before = found(caller, id);
              rules.requireWrite(caller, before.project());
              version.mustBe(before.version());
              CalendarEntry after = rules.read(input, id, before.version() + 1, caller);
              rules.requireWrite(caller, after.project());
              entries.write(after);
              news.changed(caller, before, after);
              return after;
            }));
    return view(changed, caller);
  }

  public void remove(Actor caller, String id) {
    tx.executeWithoutResult(status -> {
      entries.lock();
      CalendarEntry entry = found(caller, id);
      rules.requireWrite(caller, entry.project());
      entries.remove(id);
      news.removed(caller, entry);
    });
  }

  private CalendarEntry found(Actor caller, String id) {
    return entries
        .find(id)
        .filter(entry -> readable(caller.id()).contains(entry.project()) || entry.project() == null)
        .orElseThrow(
            () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such entry in the calendar."));
  }

  private List<CalendarEntry> visible(UserId user, @Nullable String project) {
    Set<String> readable = readable(user);
    return entries.all().stream()
        .filter(entry -> entry.project() == null || readable.contains(entry.project()))
        .filter(
            entry -> project == null || entry.project() == null || entry.project().equals(project))
        .toList();
  }

  private Set<String> readable(UserId user) {
    return projects.readableBy(user).stream().map(ProjectKey::value).collect(Collectors.toSet());
  }

  private CalendarView view(CalendarEntry entry, Actor caller) {
    Instant now = clock.instant();
    Optional<Span> next =
        Occurrences.between(entry, now, now.plus(Hold.HORIZON)).stream().findFirst();
    return new CalendarView(
        entry.id(),
        entry.version(),
        entry.kind(),
        entry.name(),
        entry.reason(),
        scope(entry),
        entry.project(),
        entry.environmentId(),
        name(entry.environmentId()),
        entry.environmentType(),
        entry.timeZone().getId(),
        entry.startsAt(),
        entry.endsAt(),
        entry.repeats(),
        entry.repeatsUntil(),
        next.filter(span -> span.contains(now)).isPresent(),
        next.orElse(null),
        entry.changedBy(),
        entry.changedAt(),
        rules.mayWrite(caller, entry.project()) ? List.of("change") : List.of());
  }

  private static String scope(CalendarEntry entry) {
    if (entry.environmentId() != null) {
      return "environment";
    }
    if (entry.environmentType() != null) {
      return "environment-type";
    }
    return entry.project() != null ? "project" : "all";
  }

  private @Nullable String name(@Nullable String environment) {
    return environment == null
        ? null
        : environments.find(new EnvironmentId(environment)).map(EnvironmentView::name).orElse(null);
  }
}

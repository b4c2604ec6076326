package io.tyto.server.landscape.internal;

import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentDesk;
import io.tyto.server.landscape.EnvironmentDetails;
import io.tyto.server.landscape.EnvironmentInput;
import io.tyto.server.landscape.EnvironmentQuery;
import io.tyto.server.landscape.EnvironmentUse.Use;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.LandscapeRefusal;
import io.tyto.spi.CheckReport;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.artifacts.BrowseQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps environments in the database. */
@Service
class RegisteredEnvironments implements EnvironmentDesk {
  private final EnvironmentTable table;
  private final EnvironmentRules rules;
  private final EnvironmentUses uses;
  private final Sights sights;
  private final Connections connections;
  private final LandscapeNews news;
  private final Clock clock;

  RegisteredEnvironments(
      EnvironmentTable table,
      EnvironmentRules rules,
      EnvironmentUses uses,
      Sights sights,
      Connections connections,
      LandscapeNews news,
      Clock clock) {
    this.table = table;
    this.rules = rules;
    this.uses = uses;
    this.sights = sights;
    this.connections = connections;
    this.news = news;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<EnvironmentDetails> list(Actor caller, EnvironmentQuery query) {
    List<String> at = Cursor.read(query.page().cursor(), 1);
    EnvironmentTable.Sight sight = sights.of(caller);
    List<EnvironmentRow> rows = table.list(sight, query, at.isEmpty() ? null : at.getFirst());
    Page<EnvironmentDetails> page =
        Page.cut(rows, query.page().size(), row -> Cursor.of(row.view().name()))
            .map(row -> row.details(List.of()));
    return query.page().counted() ? page.withTotal(table.count(sight, query)) : page;
  }

  @Override
  @Transactional(readOnly = true)
  public EnvironmentDetails get(Actor caller, EnvironmentId id) {
    EnvironmentRow row = seen(caller, id);
    return row.details(uses.of(caller, row.view()));
  }

  @Override
  @Transactional
  public EnvironmentDetails create(Actor caller, EnvironmentInput input) {
    EnvironmentView view = rules.forNew(caller, new EnvironmentId(Ids.next()), input);
    Instant now = now();
    EnvironmentRow row = new EnvironmentRow(view, now, now);
    table.insert(row);
    news.registered(caller, view);
    return row.details(List.of());
  }

  @Override
  @Transactional
  public EnvironmentDetails change(
      Actor caller, EnvironmentId id, ExpectedVersion version, EnvironmentInput input) {
    EnvironmentRow before = table.findLocked(id).orElseThrow(RegisteredEnvironments::notFound);
    version.mustBe(before.view().version());
    EnvironmentView view = rules.forChange(caller, before.view(), input);
    List<Use> used = uses.of(caller, before.view());
    nameMayChange(before.view(), view, used);
    EnvironmentRow after = new EnvironmentRow(view, before.createdAt(), now());
    table.update(after);
    news.changed(caller, before.view(), view);
    return after.details(used);
  }

  private static void nameMayChange(EnvironmentView before, EnvironmentView after, List<Use> used) {
    List<Use> byName = used.stream().filter(Use::byName).toList();
    if (!before.name().equalsIgnoreCase(after.name()) && !byName.isEmpty()) {
      throw new Refusal(
          LandscapeRefusal.ENVIRONMENT_IN_USE,
          "'%s' is named by %s; change those first."
              .formatted(before.name(), EnvironmentUses.words(byName)),
          List.of(),
          Map.of("usedBy", byName));
    }
  }

  @Override
  @Transactional
  public void remove(Actor caller, EnvironmentId id) {
    EnvironmentView view =
        table.findLocked(id).orElseThrow(RegisteredEnvironments::notFound).view();
    List<Use> used = uses.of(caller, view);
    if (!used.isEmpty()) {
      throw new Refusal(
          LandscapeRefusal.ENVIRONMENT_IN_USE,
          "Environment '%s' is used by %s. Take it out there first."
              .formatted(view.name(), EnvironmentUses.words(used)),
          List.of(),
          Map.of("usedBy", used));
    }
    table.delete(id);
    news.removed(caller, view);
  }

  @Override
  public CheckReport check(Actor caller, EnvironmentId id) {
    EnvironmentView view = seen(caller, id).view();
    sights.mustBrowse(caller, id);
    return connections.check(StoredEnvironments.spec(view));
  }

  @Override
  public ArtifactPage browse(Actor caller, EnvironmentId id, BrowseQuery query) {
    EnvironmentView view = seen(caller, id).view();
    sights.mustBrowse(caller, id);
    Opened<ArtifactSource<Record>> open =
        connections.open(StoredEnvironments.spec(view), ArtifactSource.class);
    return open.connector().browse(open.connection(), query);
  }

  private EnvironmentRow seen(Actor caller, EnvironmentId id) {
    return table
        .find(id)
        .filter(row -> sights.sees(caller, id))
        .orElseThrow(RegisteredEnvironments::notFound);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Refusal notFound() {
    return new Refusal(GeneralRefusal.NOT_FOUND, "There is no such environment.");
  }
}

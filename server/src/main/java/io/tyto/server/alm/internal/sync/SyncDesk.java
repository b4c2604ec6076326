package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.AlmRefusal;
import io.tyto.server.alm.SyncView;
import io.tyto.server.alm.SyncView.Mode;
import io.tyto.server.alm.Syncs;
import io.tyto.server.alm.internal.AlmNews;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.platform.jobs.Wakes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins syncs and shows them. */
@Service
class SyncDesk implements Syncs {
  /** Clocks of the other side's servers may differ, and its rows may become visible late. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final SyncTable table;
  private final IntegrationTable integrations;
  private final Wakes wakes;
  private final AlmNews news;
  private final Clock clock;

  SyncDesk(SyncTable table, IntegrationTable integrations, Wakes wakes, AlmNews news, Clock clock) {
    this.table = table;
    this.integrations = integrations;
    this.wakes = wakes;
    this.news = news;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Started start(
      Actor caller, ProjectKey project, @Nullable String integrationId, @Nullable Mode mode) {
    Integration integration = integration(project, integrationId);
    boolean fresh = begin(caller, integration, mode == null ? Mode.FULL : mode);
    // One that ended between the two statements is no longer under way; then ours begins.
    Optional<SyncView> open = table.open(integration.id());
    return open.map(sync -> new Started(sync, fresh))
        .orElseGet(() -> start(caller, project, integrationId, mode));
  }

  /**
   * A hint from outside: what changed is read, again if a sync is under way. Joins a transaction.
   */
  void hint(Actor by, Integration integration) {
    if (!table.wantAgain(integration.id())) {
      begin(by, integration, Mode.CHANGES);
    }
  }

  private boolean begin(Actor by, Integration integration, Mode mode) {
    Optional<Instant> since =
        mode == Mode.CHANGES ? table.readUntil(integration.id()) : Optional.empty();
    SyncRow row =
        new SyncRow(
            Ids.next(),
            integration.project(),
            integration.id(),
            since.isPresent() ? Mode.CHANGES : Mode.FULL,
            by.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            since.map(at -> at.minus(OVERLAP)).orElse(null),
            0);
    if (!table.insert(row)) {
      return false;
    }
    news.audited(
        by,
        row.project(),
        "sync-started",
        "sync/" + row.id(),
        Map.of("integration", integration.name(), "mode", row.mode().name()));
    news.live(row.project(), "syncs", row.id());
    wakes.soon(SyncTasks.SYNC, row.id());
    return true;
  }

  @Override
  public Page<SyncView> list(ProjectKey project, @Nullable String integrationId, PageQuery page) {
    List<String> at = Cursor.read(page.cursor(), 1);
    String before = at.isEmpty() ? null : at.getFirst();
    List<SyncView> rows = table.history(project, integrationId, before, page.size() + 1);
    Page<SyncView> cut = Page.cut(rows, page.size(), last -> Cursor.of(last.id()));
    return page.counted() ? cut.withTotal(table.count(project, integrationId)) : cut;
  }

  @Override
  public SyncView get(ProjectKey project, String id) {
    return table
        .view(project, id)
        .orElseThrow(() -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such sync."));
  }

  private Integration integration(ProjectKey project, @Nullable String id) {
    if (id != null && !id.isBlank()) {
      return integrations
          .find(project, id)
          .orElseThrow(() ->
              Refusal.at(
                  "integrationId",
                  GeneralRefusal.NOT_FOUND,
                  "The project has no such ALM integration."));
    }
    return integrations.list(project).stream()
        .filter(Integration::isDefault)
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                AlmRefusal.NO_INTEGRATION,
                "The project has no ALM integration yet. Add one in Project Settings > ALM"
                    + " Integrations, then sync."));
  }
}

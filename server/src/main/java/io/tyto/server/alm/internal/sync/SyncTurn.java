package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.internal.AlmNews;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.alm.internal.Outside;
import io.tyto.server.alm.internal.sync.Absentees.TooManyException;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.stories.StoryImport;
import io.tyto.server.stories.StoryImport.Counts;
import io.tyto.server.stories.StoryImport.Missing;
import io.tyto.server.stories.WorkItemView;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.StorySource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one attempt of a sync: read everything into staging, look at what is missing, then change
 * the tree in one transaction. An attempt that dies is repeated from the start; one that was
 * overtaken writes nothing.
 */
@Component
class SyncTurn {
  private static final Logger LOG = LoggerFactory.getLogger(SyncTurn.class);

  private final SyncTable table;
  private final IntegrationTable integrations;
  private final Outside outside;
  private final StoryImport items;
  private final AlmNews news;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Absentees absentees = new Absentees();

  SyncTurn(
      SyncTable table,
      IntegrationTable integrations,
      Outside outside,
      StoryImport items,
      AlmNews news,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.integrations = integrations;
    this.outside = outside;
    this.items = items;
    this.news = news;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Ends the sync, unless the attempt is overtaken.
   *
   * @param stopping whether the server stops and the sync is to be left to its next start
   * @throws RuntimeException when something of ours broke; the scheduler tries again
   */
  void take(String syncId, BooleanSupplier stopping) {
    Optional<SyncRow> begun = table.attempt(syncId);
    if (begun.isEmpty()) {
      return;
    }
    SyncRow row = begun.get();
    try {
      work(row, stopping);
    } catch (FaultException e) {
      if (stopping.getAsBoolean()) {
        throw e;
      }
      fail(row, e.fault().message());
    } catch (Refusal | TooManyException no) {
      fail(row, String.valueOf(no.getMessage()));
    } catch (LostSyncException lost) {
      if (stopping.getAsBoolean()) {
        throw lost;
      }
      LOG.info("Sync {}, attempt {}: {}", row.id(), row.epoch(), lost.getMessage());
    }
  }

  private void work(SyncRow row, BooleanSupplier stopping) {
    Integration integration =
        integrations
            .find(row.integrationId())
            .filter(one -> !one.removed())
            .orElseThrow(() -> new LostSyncException("The integration was removed."));
    Opened<StorySource<Record>> open = outside.source(integration.spec());
    for (int earlier = 0; earlier < row.epoch(); earlier++) {
      items.forget(row.id() + "/" + earlier);
    }
    StoryImport.Intake intake = items.begin(row.stagingKey(), row.integrationId(), row.full());
    SyncAttempt attempt = new SyncAttempt(row, intake, table, news, clock, stopping);
    attempt.readAll(open, integration.externalProjectId());
    attempt.stage(absentees.appeared(open, intake.unknownFeatures()));
    Absentees.Outcome outcome = absentees.confirm(open, missing(row, intake));
    attempt.stage(outcome.there());
    transactions.executeWithoutResult(status -> apply(attempt, integration, outcome));
  }

  /** A reading of changes brings all features, but only some stories. */
  private static Missing missing(SyncRow row, StoryImport.Intake intake) {
    Missing missing = intake.missing();
    return row.full()
        ? missing
        : new Missing(
            missing.known(),
            missing.items().stream()
                .filter(item -> item.type() == WorkItemView.Type.FEATURE)
                .toList());
  }

  private void apply(SyncAttempt attempt, Integration integration, Absentees.Outcome outcome) {
    SyncRow row = attempt.row();
    if (!table.lock(row)) {
      throw new LostSyncException("Another attempt goes on with this sync, or it was ended.");
    }
    Counts counts = attempt.intake().apply(row.project(), outcome.gone());
    table.complete(
        row,
        attempt.read(),
        counts,
        attempt.seenUntil(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        overlooked(outcome));
    news.audited(
        Actor.SYSTEM,
        row.project(),
        "sync-completed",
        "sync/" + row.id(),
        Map.of(
            "integration", integration.name(),
            "mode", row.mode().name(),
            "startedBy", row.startedBy(),
            "created", counts.created(),
            "updated", counts.updated(),
            "unchanged", counts.unchanged(),
            "gone", counts.gone()));
    news.live(row.project(), "syncs", row.id());
    news.live(row.project(), "work-items", "*");
  }

  private static @Nullable String overlooked(Absentees.Outcome outcome) {
    int there = outcome.there().size();
    return there == 0
        ? null
        : "%d known items were not in the lists of the external system but exist; they were kept."
            .formatted(there);
  }

  /** The scheduler gave up: what broke is in the log. */
  void giveUp(String syncId) {
    table
        .find(syncId)
        .ifPresent(row ->
            fail(
                row,
                "Something unexpected happened inside Tyto; the log names it with sync "
                    + syncId
                    + ". Nothing was changed; start the sync again."));
  }

  private void fail(SyncRow row, String fault) {
    transactions.executeWithoutResult(status -> {
      if (table.fail(row, fault, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
        items.forget(row.stagingKey());
        news.audited(
            Actor.SYSTEM,
            row.project(),
            "sync-failed",
            "sync/" + row.id(),
            Map.of("mode", row.mode().name(), "startedBy", row.startedBy(), "fault", fault));
        news.live(row.project(), "syncs", row.id());
      }
    });
  }
}

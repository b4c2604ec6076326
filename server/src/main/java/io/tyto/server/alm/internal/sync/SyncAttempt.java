package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.internal.AlmNews;
import io.tyto.server.alm.internal.Imported;
import io.tyto.server.connections.Opened;
import io.tyto.server.stories.StoryImport;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.StoryPage;
import io.tyto.spi.stories.StorySource;
import io.tyto.spi.stories.SyncScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The reading of one attempt: stages page by page and tells how far it has come. */
final class SyncAttempt implements StorySource.PageSink {
  private static final Duration TOLD_EVERY = Duration.ofMillis(500);

  private final SyncRow row;
  private final StoryImport.Intake intake;
  private final SyncTable table;
  private final AlmNews news;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private int read;
  private @Nullable Integer total;
  private @Nullable Instant seenUntil;
  private Instant toldAt = Instant.EPOCH;

  SyncAttempt(
      SyncRow row,
      StoryImport.Intake intake,
      SyncTable table,
      AlmNews news,
      Clock clock,
      BooleanSupplier stopping) {
    this.row = row;
    this.intake = intake;
    this.table = table;
    this.news = news;
    this.clock = clock;
    this.stopping = stopping;
  }

  void readAll(Opened<StorySource<Record>> open, String externalProjectId) {
    open.connector()
        .read(open.connection(), new SyncScope(externalProjectId, row.changedSince()), this);
  }

  /** An obsolete item is left out like one that is not there; a single read confirms it. */
  @Override
  public void accept(StoryPage page) {
    if (stopping.getAsBoolean()) {
      throw new LostSyncException("The server stops; the sync goes on after its next start.");
    }
    intake.stageAssigned(
        page.assignments().stream()
            .map(one -> new StoryImport.Assigned(one.featureUuid(), one.storyUuids()))
            .toList());
    stage(page.items());
    read += page.assignments().size();
    total = page.total();
    tell();
  }

  void stage(List<AlmItem> page) {
    intake.stage(page.stream().filter(item -> !item.obsolete()).map(Imported::of).toList());
    read += page.size();
    for (AlmItem item : page) {
      Instant changed = item.changedAt();
      if (changed != null && (seenUntil == null || changed.isAfter(seenUntil))) {
        seenUntil = changed;
      }
    }
  }

  private void tell() {
    Instant now = clock.instant();
    if (Duration.between(toldAt, now).abs().compareTo(TOLD_EVERY) < 0) {
      return;
    }
    toldAt = now;
    Integer known = total;
    if (!table.progress(row, read, known == null ? null : Math.max(known, read))) {
      throw new LostSyncException("Another attempt goes on with this sync, or it was ended.");
    }
    news.live(row.project(), "syncs", row.id());
  }

  SyncRow row() {
    return row;
  }

  StoryImport.Intake intake() {
    return intake;
  }

  int read() {
    return read;
  }

  @Nullable Instant seenUntil() {
    return seenUntil;
  }
}

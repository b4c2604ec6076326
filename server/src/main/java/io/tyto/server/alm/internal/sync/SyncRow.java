package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.SyncView;
import io.tyto.server.kernel.ProjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alm_sync} as its attempts need it.
 *
 * @param changedSince null to read everything
 * @param epoch which attempt; what an older one writes does not count
 */
record SyncRow(
    String id,
    ProjectKey project,
    String integrationId,
    SyncView.Mode mode,
    String startedBy,
    Instant startedAt,
    @Nullable Instant changedSince,
    int epoch) {

  /** Each attempt stages on its own, so that one that lost its lease disturbs nobody. */
  String stagingKey() {
    return id + "/" + epoch;
  }

  boolean full() {
    return mode == SyncView.Mode.FULL;
  }
}

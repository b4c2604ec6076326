package io.tyto.server.alm.internal.sync;

import io.tyto.server.platform.jobs.Wakes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finds what is open and nothing is scheduled for: its wake-up was lost with a process. */
@Component
class SyncSweep {
  private static final Duration DELIVERIES_KEPT = Duration.ofDays(7);
  private final SyncTable syncs;
  private final SyncFollower follower;
  private final Wakes wakes;
  private final Clock clock;

  SyncSweep(SyncTable syncs, SyncFollower follower, Wakes wakes, Clock clock) {
    this.syncs = syncs;
    this.follower = follower;
    this.wakes = wakes;
    this.clock = clock;
  }

  void sweep() {
    syncs.running().forEach(id -> wakes.soon(SyncTasks.SYNC, id));
    syncs.wishes().forEach(follower::follow);
    syncs.forgetDeliveries(clock.instant().minus(DELIVERIES_KEPT));
  }
}

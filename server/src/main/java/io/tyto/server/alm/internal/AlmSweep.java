package io.tyto.server.alm.internal;

import org.springframework.stereotype.Component;

/** Finds what is open and nothing is scheduled for: its wake-up was lost with a process. */
@Component
class AlmSweep {
  private final SyncTable syncs;
  private final Wakes wakes;

  AlmSweep(SyncTable syncs, Wakes wakes) {
    this.syncs = syncs;
    this.wakes = wakes;
  }

  void sweep() {
    syncs.running().forEach(wakes::sync);
  }
}

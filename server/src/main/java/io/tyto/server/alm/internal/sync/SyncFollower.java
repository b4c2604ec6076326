package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the sync that was asked for while another was under way. */
@Component
class SyncFollower {
  private final SyncTable table;
  private final IntegrationTable integrations;
  private final SyncDesk desk;

  SyncFollower(SyncTable table, IntegrationTable integrations, SyncDesk desk) {
    this.table = table;
    this.integrations = integrations;
    this.desk = desk;
  }

  @Transactional
  public void follow(String syncId) {
    if (table.takeWish(syncId)) {
      table
          .find(syncId)
          .flatMap(row -> integrations.find(row.project(), row.integrationId()))
          .ifPresent(integration -> desk.hint(Actor.SYSTEM, integration));
    }
  }
}

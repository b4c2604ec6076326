package io.tyto.server.stories.internal;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.stories.ImportedItem;
import io.tyto.server.stories.StoryImport;
import io.tyto.server.stories.WorkItemView;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Few statements over whole sets; rows that did not change are not touched. */
@Service
class StagedImport implements StoryImport {
  private final JdbcClient jdbc;
  private final Staging staging;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StagedImport(JdbcClient jdbc, Staging staging, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.staging = staging;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void begin(String syncId) {
    staging.clear(syncId);
  }

  @Override
  @Transactional
  public void stage(String syncId, List<ImportedItem> page) {
    staging.write(syncId, page);
  }

  @Override
  @Transactional(readOnly = true)
  public int staged(String syncId) {
    return staging.count(syncId);
  }

  @Override
  @Transactional(readOnly = true)
  public Missing missing(String syncId, String integrationId) {
    int known =
        jdbc.sql("SELECT count(*) FROM work_item WHERE integration_id = :integration AND NOT gone")
            .param("integration", integrationId)
            .query(Integer.class)
            .single();
    List<Absent> absent =
        jdbc.sql(
                """
                SELECT w.external_uuid, w.type FROM work_item w
                WHERE w.integration_id = :integration AND NOT w.gone AND NOT EXISTS (
                  SELECT FROM work_item_staging s
                  WHERE s.sync_id = :sync AND s.external_uuid = w.external_uuid)
                ORDER BY w.number
                """)
            .param("integration", integrationId)
            .param("sync", syncId)
            .query((row, number) ->
                new Absent(
                    row.getString("external_uuid"),
                    WorkItemView.Type.valueOf(row.getString("type"))))
            .list();
    return new Missing(known, absent);
  }

  @Override
  @Transactional
  public Counts apply(
      String syncId,
      ProjectKey project,
      String integrationId,
      boolean full,
      Collection<Gone> gone) {
    Import scope = new Import(jdbc, syncId, project.value(), integrationId);
    scope.takeRoom();
    scope.dropDuplicates();
    int staged = staging.count(syncId);
    int created = scope.insertNew();
    scope.updateChanged();
    scope.moveParents(full);
    scope.storeDescriptions(clock.instant().atOffset(ZoneOffset.UTC));
    int updated = scope.countTouched();
    scope.statusesReached().forEach(events::publishEvent);
    int newlyGone = gone.stream().mapToInt(scope::markGone).sum();
    staging.clear(syncId);
    return new Counts(created, updated, staged - created - updated, newlyGone);
  }

  @Override
  @Transactional
  public int retire(String integrationId, String reason) {
    return jdbc.sql(
            """
            UPDATE work_item SET gone = true, gone_reason = :reason
            WHERE integration_id = :integration AND NOT gone
            """)
        .param("integration", integrationId)
        .param("reason", reason)
        .update();
  }
}

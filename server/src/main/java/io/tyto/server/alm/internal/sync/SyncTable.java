package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.SyncView;
import io.tyto.server.alm.internal.SqlTimes;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.stories.StoryImport.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alm_sync}. A sync ends once: ended rows are never written again. */
@Repository
class SyncTable {
  private static final String VIEW =
      "select s.*, i.name as integration_name from alm_sync s"
          + " join alm_integration i on i.id = s.integration_id ";

  private final JdbcClient jdbc;

  SyncTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false when one of the integration is under way
   */
  boolean insert(SyncRow row) {
    return jdbc.sql(
                """
                insert into alm_sync
                  (id, project, integration_id, mode, state, started_by, started_at, changed_since)
                values (:id, :project, :integration, :mode, 'RUNNING', :by, :at, :since)
                on conflict (integration_id) where state = 'RUNNING' do nothing
                """)
            .param("id", row.id())
            .param("project", row.project().value())
            .param("integration", row.integrationId())
            .param("mode", row.mode().name())
            .param("by", row.startedBy())
            .param("at", Timestamp.from(row.startedAt()))
            .param("since", SqlTimes.timestamp(row.changedSince()))
            .update()
        == 1;
  }

  /** Where the next reading of changes starts; empty when nothing was ever read completely. */
  Optional<Instant> readUntil(String integrationId) {
    return jdbc.sql(
            """
            select least(seen_until, started_at) from alm_sync
            where integration_id = :id and state = 'COMPLETED' and seen_until is not null
            order by id desc limit 1
            """)
        .param("id", integrationId)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Begins an attempt, ending the right of earlier ones; empty when the sync has ended. */
  Optional<SyncRow> attempt(String id) {
    return jdbc.sql(
            """
            update alm_sync set epoch = epoch + 1, items_read = 0, items_total = null
            where id = :id and state = 'RUNNING' returning *
            """)
        .param("id", id)
        .query(SyncTable::row)
        .optional();
  }

  /**
   * @return false when the attempt has lost its right
   */
  boolean progress(SyncRow attempt, int read, @Nullable Integer total) {
    return jdbc.sql(
                """
                update alm_sync set items_read = :read, items_total = :total
                where id = :id and state = 'RUNNING' and epoch = :epoch
                """)
            .param("id", attempt.id())
            .param("epoch", attempt.epoch())
            .param("read", read)
            .param("total", total)
            .update()
        == 1;
  }

  /** Keeps other attempts away until commit. @return false when the attempt has lost its right */
  boolean lock(SyncRow attempt) {
    return jdbc.sql(
            """
            select 1 from alm_sync where id = :id and state = 'RUNNING' and epoch = :epoch for update
            """)
        .param("id", attempt.id())
        .param("epoch", attempt.epoch())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void complete(
      SyncRow attempt,
      int read,
      Counts counts,
      @Nullable Instant seenUntil,
      Instant at,
      @Nullable String message) {
    jdbc.sql(
            """
            update alm_sync s set state = 'COMPLETED', ended_at = :at, items_read = :read,
              items_total = :read, created = :created, updated = :updated,
              unchanged = :unchanged, gone = :gone,
              seen_until = coalesce(greatest(:seen, s.changed_since), :seen),
              messages = array_remove(array[cast(:message as text)], null)
            where id = :id
            """)
        .param("id", attempt.id())
        .param("at", Timestamp.from(at))
        .param("read", read)
        .param("created", counts.created())
        .param("updated", counts.updated())
        .param("unchanged", counts.unchanged())
        .param("gone", counts.gone())
        .param("seen", SqlTimes.timestamp(seenUntil))
        .param("message", message)
        .update();
  }

  /**
   * @return false when it had ended, or goes on in a later attempt
   */
  boolean fail(SyncRow attempt, String fault, Instant at) {
    return jdbc.sql(
                """
                update alm_sync set state = 'FAILED', ended_at = :at, fault = :fault
                where id = :id and state = 'RUNNING' and epoch = :epoch
                """)
            .param("id", attempt.id())
            .param("epoch", attempt.epoch())
            .param("fault", fault)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** Asks the sync under way to be followed by another. @return false when none is under way */
  boolean wantAgain(String integrationId) {
    return jdbc.sql(
                "update alm_sync set again = true where integration_id = :id and state = 'RUNNING'")
            .param("id", integrationId)
            .update()
        == 1;
  }

  /** Takes the wish for another sync away from one that has ended. @return whether there was one */
  boolean takeWish(String id) {
    return jdbc.sql(
                "update alm_sync set again = false where id = :id and again and state <> 'RUNNING'")
            .param("id", id)
            .update()
        == 1;
  }

  /** Ended ones that are to be followed by another. */
  List<String> wishes() {
    return jdbc.sql("select id from alm_sync where again and state <> 'RUNNING'")
        .query((row, number) -> row.getString("id"))
        .list();
  }

  boolean everCompleted(String integrationId) {
    return jdbc.sql(
            """
            select exists (select from alm_sync
              where integration_id = :id and state = 'COMPLETED')
            """)
        .param("id", integrationId)
        .query(Boolean.class)
        .single();
  }

  /**
   * @return false when the same event was delivered before
   */
  boolean firstDelivery(String integrationId, String digest, Instant at) {
    return jdbc.sql(
                """
                insert into alm_hook_delivery (integration_id, digest, received_at)
                values (:id, :digest, :at) on conflict do nothing
                """)
            .param("id", integrationId)
            .param("digest", digest)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void forgetDeliveries(Instant before) {
    jdbc.sql("delete from alm_hook_delivery where received_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  Optional<SyncRow> find(String id) {
    return jdbc.sql("select * from alm_sync where id = :id")
        .param("id", id)
        .query(SyncTable::row)
        .optional();
  }

  List<String> running() {
    return jdbc.sql("select id from alm_sync where state = 'RUNNING'")
        .query((row, number) -> row.getString("id"))
        .list();
  }

  Optional<SyncView> open(String integrationId) {
    return jdbc.sql(VIEW + "where s.integration_id = :id and s.state = 'RUNNING'")
        .param("id", integrationId)
        .query(SyncTable::view)
        .optional();
  }

  Optional<SyncView> view(ProjectKey project, String id) {
    return jdbc.sql(VIEW + "where s.id = :id and s.project = :project")
        .param("id", id)
        .param("project", project.value())
        .query(SyncTable::view)
        .optional();
  }

  List<SyncView> history(
      ProjectKey project, @Nullable String integrationId, @Nullable String before, int limit) {
    return jdbc.sql(
            VIEW
                + """
                where s.project = :project
                  and (cast(:integration as text) is null or s.integration_id = :integration)
                  and (cast(:before as text) is null or s.id < :before)
                order by s.id desc limit :limit
                """)
        .param("project", project.value())
        .param("integration", integrationId)
        .param("before", before)
        .param("limit", limit)
        .query(SyncTable::view)
        .list();
  }

  long count(ProjectKey project, @Nullable String integrationId) {
    return jdbc.sql(
            """
            select count(*) from alm_sync where project = :project
              and (cast(:integration as text) is null or integration_id = :integration)
            """)
        .param("project", project.value())
        .param("integration", integrationId)
        .query(Long.class)
        .single();
  }

  private static SyncRow row(ResultSet row, int number) throws SQLException {
    return new SyncRow(
        row.getString("id"),
        new ProjectKey(row.getString("project")),
        row.getString("integration_id"),
        SyncView.Mode.valueOf(row.getString("mode")),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        SqlTimes.instant(row.getTimestamp("changed_since")),
        row.getInt("epoch"));
  }

  private static SyncView view(ResultSet row, int number) throws SQLException {
    return new SyncView(
        row.getString("id"),
        row.getString("integration_id"),
        row.getString("integration_name"),
        SyncView.State.valueOf(row.getString("state")),
        SyncView.Mode.valueOf(row.getString("mode")),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        SqlTimes.instant(row.getTimestamp("ended_at")),
        new SyncView.Progress(
            row.getInt("items_read"), row.getObject("items_total", Integer.class)),
        new SyncView.Counts(
            row.getInt("created"),
            row.getInt("updated"),
            row.getInt("unchanged"),
            row.getInt("gone")),
        row.getString("fault"),
        List.of((String[]) row.getArray("messages").getArray()));
  }
}

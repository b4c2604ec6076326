package io.tyto.server.alm.internal.writeback;

import io.tyto.server.alm.WriteBacks.Filter;
import io.tyto.server.alm.WriteBacks.WriteBackView;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.SqlTimes;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.WorkItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alm_write_back}. */
@Repository
class Outbox {
  private static final String FILTER =
      """
      integration_id = :integration
        and (cast(:state as text) is null or state = :state)
        and (cast(:item as text) is null or work_item = :item)
        and (cast(:run as text) is null or run_id = :run)
      """;

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row that is to be pushed. */
  record Entry(
      String id,
      String integrationId,
      WorkItemId workItem,
      WriteBackView.Kind kind,
      String key,
      String content,
      int attempts) {}

  /** What is to be told, without the item it belongs to. */
  record Message(WriteBackView.Kind kind, String key, @Nullable String runId, String content) {}

  /**
   * @return false when that key was told or taken in before
   */
  boolean add(Integration integration, WorkItemId item, Message message, Instant at) {
    return jdbc.sql(
                """
                insert into alm_write_back
                  (id, project, integration_id, work_item, kind, key, run_id, content, created_at)
                values (:id, :project, :integration, :item, :kind, :key, :run, :content, :at)
                on conflict (work_item, kind, key) do nothing
                """)
            .param("id", Ids.next())
            .param("project", item.project().value())
            .param("integration", integration.id())
            .param("item", item.value())
            .param("kind", message.kind().name())
            .param("key", message.key())
            .param("run", message.runId())
            .param("content", message.content())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** In the order it happened. */
  List<Entry> open(String workItem) {
    return jdbc.sql(
            "select * from alm_write_back where work_item = :item and state = 'WAITING' order by id")
        .param("item", workItem)
        .query((row, number) ->
            new Entry(
                row.getString("id"),
                row.getString("integration_id"),
                new WorkItemId(row.getString("work_item")),
                WriteBackView.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("content"),
                row.getInt("attempts")))
        .list();
  }

  List<String> itemsWithOpen() {
    return jdbc.sql("select distinct work_item from alm_write_back where state = 'WAITING'")
        .query((row, number) -> row.getString("work_item"))
        .list();
  }

  void postpone(Entry entry, String message) {
    jdbc.sql(
            """
            update alm_write_back set attempts = attempts + 1, message = :message
            where id = :id and state = 'WAITING'
            """)
        .param("id", entry.id())
        .param("message", message)
        .update();
  }

  boolean end(Entry entry, WriteBackView.State state, String message, Instant at) {
    return jdbc.sql(
                """
                update alm_write_back set state = :state, message = :message, ended_at = :at,
                  attempts = attempts + 1
                where id = :id and state = 'WAITING'
                """)
            .param("id", entry.id())
            .param("state", state.name())
            .param("message", message)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  Optional<WriteBackView> status(String key) {
    return jdbc.sql("select * from alm_write_back where kind = 'STATUS' and key = :key limit 1")
        .param("key", key)
        .query(Outbox::view)
        .optional();
  }

  List<WriteBackView> history(
      String integrationId, Filter filter, @Nullable String before, int limit) {
    return jdbc.sql(
            "select * from alm_write_back where "
                + FILTER
                + "and (cast(:before as text) is null or id < :before)"
                + " order by id desc limit :limit")
        .params(parameters(integrationId, filter))
        .param("before", before)
        .param("limit", limit)
        .query(Outbox::view)
        .list();
  }

  long count(String integrationId, Filter filter) {
    return jdbc.sql("select count(*) from alm_write_back where " + FILTER)
        .params(parameters(integrationId, filter))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> parameters(String integrationId, Filter filter) {
    WriteBackView.State state = filter.state();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("integration", integrationId);
    values.put("state", state == null ? null : state.name());
    values.put("item", filter.workItem());
    values.put("run", filter.runId());
    return values;
  }

  private static WriteBackView view(ResultSet row, int number) throws SQLException {
    return new WriteBackView(
        row.getString("id"),
        row.getString("work_item"),
        WriteBackView.Kind.valueOf(row.getString("kind")),
        row.getString("key"),
        row.getString("run_id"),
        row.getString("content"),
        WriteBackView.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("message"),
        row.getTimestamp("created_at").toInstant(),
        SqlTimes.instant(row.getTimestamp("ended_at")));
  }
}

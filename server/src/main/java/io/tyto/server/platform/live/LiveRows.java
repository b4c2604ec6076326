package io.tyto.server.platform.live;

import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The hints of the last hour, in one order for all nodes. */
@Repository
class LiveRows {
  static final String CHANNEL = "tyto_live";
  private static final Duration KEPT = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final Clock clock;

  LiveRows(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /** One writer at a time, so that numbers become visible in their order. */
  void append(Collection<LiveEvent> events) {
    List<Stored> rows =
        events.stream()
            .map(e ->
                new Stored(e.project() == null ? null : e.project().value(), e.topic(), e.id()))
            .toList();
    transactions.executeWithoutResult(status -> {
      jdbc.sql("select pg_advisory_xact_lock(hashtext(:channel))")
          .param("channel", CHANNEL)
          .query((row, n) -> true)
          .single();
      jdbc.sql(
              """
              insert into platform_live_event (project, topic, ref, at)
              select e.project, e.topic, e.ref, :now
              from jsonb_to_recordset(cast(:events as jsonb))
                   as e(project text, topic text, ref text)
              """)
          .param("events", json.writeValueAsString(rows))
          .param("now", Timestamp.from(clock.instant()))
          .update();
      jdbc.sql("select pg_notify(:channel, '')")
          .param("channel", CHANNEL)
          .query((row, n) -> true)
          .single();
    });
  }

  List<Hint> after(long seq, int most) {
    return jdbc.sql(
            """
            select seq, project, topic, ref from platform_live_event
            where seq > :seq order by seq limit :most
            """)
        .param("seq", seq)
        .param("most", most)
        .query((row, n) -> {
          String project = row.getString("project");
          return new Hint(
              row.getLong("seq"),
              new LiveEvent(
                  project == null ? null : new ProjectKey(project),
                  row.getString("topic"),
                  row.getString("ref")));
        })
        .list();
  }

  long newest() {
    return jdbc.sql("select coalesce(max(seq), 0) from platform_live_event")
        .query(Long.class)
        .single();
  }

  /** Whether everything after that number is still here. */
  boolean reachesBackTo(long seq) {
    return jdbc.sql("select coalesce(min(seq) <= :next, true) from platform_live_event")
        .param("next", seq + 1)
        .query(Boolean.class)
        .single();
  }

  /** The newest one stays, so that the numbers can be told from an empty table. */
  void prune() {
    jdbc.sql(
            """
            delete from platform_live_event
            where at < :before and seq < (select max(seq) from platform_live_event)
            """)
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  /** A numbered event. */
  record Hint(long seq, LiveEvent event) {}

  private record Stored(@Nullable String project, String topic, String ref) {}
}

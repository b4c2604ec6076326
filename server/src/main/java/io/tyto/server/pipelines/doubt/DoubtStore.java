package io.tyto.server.pipelines.doubt;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of deployments in doubt; they stay when they are settled. */
@Component
class DoubtStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  DoubtStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param what ids of the same content
   */
  record Doubt(String effectId, String runId, String what, @Nullable Instant sentAt) {}

  void add(String effectId) {
    jdbc.sql("INSERT INTO effect_doubt VALUES (:id, :now) ON CONFLICT DO NOTHING")
        .param("id", effectId)
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  /** The same content at the same environment; what has no version cannot change. */
  List<Doubt> open(Effect effect) {
    return jdbc.sql(
            """
            SELECT e.id, e.run_id, e.sent_at,
              string_agg(i.external_id, ', ' ORDER BY i.position) AS what
            FROM effect_doubt d
            JOIN effect e ON e.id = d.effect_id
            JOIN effect_item i ON i.effect_id = e.id
            JOIN effect_item mine ON mine.effect_id = :id
              AND mine.environment_id = i.environment_id AND mine.kind = i.kind
              AND mine.external_id = i.external_id
              AND (mine.version IS NULL OR mine.digest = i.digest)
            WHERE d.settled_at IS NULL
            GROUP BY e.id ORDER BY e.seq
            """)
        .param("id", effect.id())
        .query(DoubtStore::doubt)
        .list();
  }

  void settle(String effectId, boolean happened, Actor by, String reason) {
    jdbc.sql(
            """
            UPDATE effect_doubt SET settled_at = :now, settled_by = :by, settled_name = :name,
              happened = :happened, reason = :reason
            WHERE effect_id = :id AND settled_at IS NULL
            """)
        .param("now", SqlTime.at(clock.instant()))
        .param("by", by.id().value())
        .param("name", by.name())
        .param("happened", happened)
        .param("reason", reason)
        .param("id", effectId)
        .update();
  }

  private static Doubt doubt(ResultSet row, int n) throws SQLException {
    return new Doubt(
        row.getString("id"),
        row.getString("run_id"),
        row.getString("what"),
        SqlTime.maybe(row, "sent_at"));
  }
}

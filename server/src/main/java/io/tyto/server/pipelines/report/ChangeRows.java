package io.tyto.server.pipelines.report;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.pipelines.run.SqlTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What arrived where, from the effects that brought it. */
@Component
class ChangeRows {
  private final JdbcClient jdbc;

  ChangeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of their arrival. */
  List<Arrival> between(ProjectKey project, Instant from, Instant to, int limit) {
    return jdbc.sql(
            """
            SELECT e.id, e.run_id, e.task_id, e.ended_at, e.summary, e.rolled_back,
              i.environment_id, i.deliverable_id, i.kind, i.external_id, i.version
            FROM effect e JOIN run r ON r.id = e.run_id JOIN effect_item i ON i.effect_id = e.id
            WHERE r.project = :project AND e.kind = 'DEPLOY' AND e.outcome = 'DONE'
              AND e.ended_at >= :from AND e.ended_at < :to
            ORDER BY e.ended_at, e.seq, i.position LIMIT :limit
            """)
        .param("project", project.value())
        .param("from", SqlTime.at(from))
        .param("to", SqlTime.at(to))
        .param("limit", limit)
        .query((row, n) ->
            new Arrival(
                row.getString("id"),
                row.getString("run_id"),
                row.getString("task_id"),
                SqlTime.of(row, "ended_at"),
                row.getString("summary"),
                row.getBoolean("rolled_back"),
                new EnvironmentId(row.getString("environment_id")),
                row.getString("deliverable_id"),
                row.getString("kind"),
                row.getString("external_id"),
                row.getString("version")))
        .list();
  }

  /** A deliverable that arrived. */
  record Arrival(
      String effectId,
      String runId,
      String taskId,
      Instant at,
      String summary,
      boolean rolledBack,
      EnvironmentId environment,
      String deliverableId,
      String kind,
      String externalId,
      @Nullable String version) {}
}

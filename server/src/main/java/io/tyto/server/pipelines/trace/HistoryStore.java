package io.tyto.server.pipelines.trace;

import io.tyto.server.pipelines.run.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how tasks moved. */
@Component
public class HistoryStore {
  private final JdbcClient jdbc;

  HistoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order it happened. */
  public List<Change> ofRun(String runId) {
    return jdbc.sql(
            """
            SELECT h.*, t.name FROM task_history h JOIN run_task t ON t.id = h.task_id
            WHERE h.run_id = :run ORDER BY h.id
            """)
        .param("run", runId)
        .query((row, n) ->
            new Change(
                row.getString("name"),
                row.getInt("attempt"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("actor_name"),
                row.getString("reason"),
                SqlTime.of(row, "at")))
        .list();
  }

  /**
   * One move of a task.
   *
   * @param reason what a person gave, else what the task said of it
   */
  public record Change(
      String task,
      int attempt,
      String from,
      String to,
      String actorName,
      String reason,
      Instant at) {}
}

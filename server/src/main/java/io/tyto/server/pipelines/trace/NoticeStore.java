package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of notices that runs leave for people. */
@Component
public class NoticeStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  NoticeStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Joins the caller's transaction; telling the same twice leaves one notice. */
  public void add(RunTask task, UserId user, String text) {
    jdbc.sql(
            """
            INSERT INTO run_notice VALUES (:id, :run, :task, :user, :text, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("id", Ids.next())
        .param("run", task.runId())
        .param("task", task.id())
        .param("user", user.value())
        .param("text", text)
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  public List<Notice> since(UserId user, Instant since) {
    return jdbc.sql(
            """
            SELECT n.*, r.project, r.work_item, t.stage, t.name FROM run_notice n
            JOIN run r ON r.id = n.run_id JOIN run_task t ON t.id = n.task_id
            WHERE n.user_id = :user AND n.at >= :since
            ORDER BY n.id DESC LIMIT 100
            """)
        .param("user", user.value())
        .param("since", SqlTime.at(since))
        .query(NoticeStore::row)
        .list();
  }

  public Set<UserId> receiversOf(String taskId) {
    return Set.copyOf(
        jdbc.sql("SELECT user_id FROM run_notice WHERE task_id = :task")
            .param("task", taskId)
            .query((row, n) -> new UserId(row.getString(1)))
            .list());
  }

  private static Notice row(ResultSet row, int n) throws SQLException {
    return new Notice(
        row.getString("project"),
        row.getString("work_item"),
        row.getString("run_id"),
        row.getString("task_id"),
        row.getString("stage"),
        row.getString("name"),
        row.getString("text"),
        SqlTime.of(row, "at"));
  }

  /** One notice. */
  public record Notice(
      String project,
      String workItem,
      String runId,
      String taskId,
      String stage,
      String task,
      String text,
      Instant at) {}
}

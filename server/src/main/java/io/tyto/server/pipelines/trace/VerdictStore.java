package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of decisions and bypasses; never changed, apart from the second person of a bypass. */
@Component
public class VerdictStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  VerdictStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** In the order they were given. */
  public List<Verdict> ofRun(String runId) {
    return jdbc.sql("SELECT * FROM decision WHERE run_id = :run ORDER BY id")
        .param("run", runId)
        .query(VerdictStore::verdict)
        .list();
  }

  public void add(RunTask task, Verdict.Kind kind, Actor by, String message, String digest) {
    add(task, kind, by, null, message, digest);
  }

  /** For whom a deputy decides; both names stay. */
  public record Behalf(UserId id, String name) {}

  public void add(
      RunTask task,
      Verdict.Kind kind,
      Actor by,
      @Nullable Behalf behalf,
      String message,
      String digest) {
    jdbc.sql(
            """
            INSERT INTO decision (run_id, task_id, attempt, verdict, user_id, user_name, message,
              digest, at, behalf_id, behalf_name)
            VALUES (:run, :task, :attempt, :verdict, :user, :name, :message, :digest, :now,
              :behalf, :behalfName)
            """)
        .param("run", task.runId())
        .param("task", task.id())
        .param("attempt", task.attempt())
        .param("verdict", kind.name())
        .param("user", by.id().value())
        .param("name", by.name())
        .param("message", message)
        .param("digest", digest)
        .param("behalf", behalf == null ? null : behalf.id().value())
        .param("behalfName", behalf == null ? null : behalf.name())
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  public List<Bypass> bypassesOf(String runId) {
    return jdbc.sql("SELECT * FROM bypass WHERE run_id = :run ORDER BY id")
        .param("run", runId)
        .query(VerdictStore::bypass)
        .list();
  }

  /** Of open runs in these projects, what nobody confirmed; not all of it needs that. */
  public List<Bypass> unconfirmed(List<String> projects) {
    return jdbc.sql(
            """
            SELECT b.* FROM bypass b JOIN run r ON r.id = b.run_id
            WHERE r.open AND r.project IN (:projects) AND b.confirmed_by IS NULL ORDER BY b.id
            """)
        .param("projects", projects)
        .query(VerdictStore::bypass)
        .list();
  }

  public Optional<Bypass> bypass(RunTask task, String action) {
    return jdbc.sql(
            """
            SELECT * FROM bypass WHERE task_id = :task AND attempt = :attempt AND action = :action
            """)
        .param("task", task.id())
        .param("attempt", task.attempt())
        .param("action", action)
        .query(VerdictStore::bypass)
        .optional();
  }

  /** What was asked for in any attempt of the task, the newest. */
  public Optional<Bypass> override(RunTask task) {
    return jdbc.sql(
            """
            SELECT * FROM bypass WHERE task_id = :task AND action = :action
            ORDER BY attempt DESC LIMIT 1
            """)
        .param("task", task.id())
        .param("action", Bypass.OVERRIDE)
        .query(VerdictStore::bypass)
        .optional();
  }

  public void addBypass(RunTask task, String action, Actor by, String reason) {
    jdbc.sql(
            """
            INSERT INTO bypass (run_id, task_id, attempt, action, asked_by, asked_name, reason,
              asked_at)
            VALUES (:run, :task, :attempt, :action, :user, :name, :reason, :now)
            """)
        .param("run", task.runId())
        .param("task", task.id())
        .param("attempt", task.attempt())
        .param("action", action)
        .param("user", by.id().value())
        .param("name", by.name())
        .param("reason", reason)
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  public void confirmBypass(Bypass asked, Actor by) {
    jdbc.sql(
            """
            UPDATE bypass SET confirmed_by = :user, confirmed_name = :name, confirmed_at = :now
            WHERE task_id = :task AND attempt = :attempt AND action = :action
              AND confirmed_by IS NULL
            """)
        .param("user", by.id().value())
        .param("name", by.name())
        .param("now", SqlTime.at(clock.instant()))
        .param("task", asked.taskId())
        .param("attempt", asked.attempt())
        .param("action", asked.action())
        .update();
  }

  private static Verdict verdict(ResultSet row, int n) throws SQLException {
    String behalf = row.getString("behalf_id");
    return new Verdict(
        row.getString("task_id"),
        row.getInt("attempt"),
        Verdict.Kind.valueOf(row.getString("verdict")),
        new UserId(row.getString("user_id")),
        row.getString("user_name"),
        row.getString("message"),
        row.getString("digest"),
        SqlTime.of(row, "at"),
        behalf == null ? null : new UserId(behalf),
        row.getString("behalf_name"));
  }

  private static Bypass bypass(ResultSet row, int n) throws SQLException {
    String confirmed = row.getString("confirmed_by");
    return new Bypass(
        row.getString("task_id"),
        row.getInt("attempt"),
        row.getString("action"),
        new UserId(row.getString("asked_by")),
        row.getString("asked_name"),
        row.getString("reason"),
        SqlTime.of(row, "asked_at"),
        confirmed == null ? null : new UserId(confirmed),
        row.getString("confirmed_name"),
        SqlTime.maybe(row, "confirmed_at"));
  }
}

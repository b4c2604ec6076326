package io.tyto.server.pipelines.report;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.pipelines.run.SqlTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who went around what in a project, when, why, and with whom. */
@Service
public class BypassList {
  private static final int MOST = 10_000;

  private static final List<String> COLUMNS =
      List.of(
          "At (UTC)",
          "Work item",
          "Stage",
          "Task",
          "What",
          "Asked by",
          "Reason",
          "Second person",
          "Confirmed (UTC)",
          "Run");

  private final JdbcClient jdbc;

  BypassList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By when they were asked for. */
  public List<Bypassed> between(ProjectKey project, Period period) {
    return jdbc.sql(
            """
            SELECT b.*, r.work_item, r.package_name, t.stage, t.name AS task
            FROM bypass b JOIN run r ON r.id = b.run_id JOIN run_task t ON t.id = b.task_id
            WHERE r.project = :project AND b.asked_at >= :from AND b.asked_at < :to
            ORDER BY b.asked_at, b.id LIMIT :limit
            """)
        .param("project", project.value())
        .param("from", SqlTime.at(period.begins()))
        .param("to", SqlTime.at(period.ends()))
        .param("limit", MOST)
        .query((row, n) ->
            new Bypassed(
                SqlTime.of(row, "asked_at"),
                row.getString("run_id"),
                row.getString("work_item"),
                row.getString("package_name"),
                row.getString("stage"),
                row.getString("task"),
                row.getString("action"),
                row.getString("asked_name"),
                row.getString("reason"),
                row.getString("confirmed_name"),
                SqlTime.maybe(row, "confirmed_at")))
        .list();
  }

  /** As an Excel workbook. */
  public byte[] sheet(ProjectKey project, Period period) {
    return ChangeSheet.of("Bypasses", COLUMNS, rows(project, period));
  }

  /** As a PDF. */
  public byte[] paper(ProjectKey project, Period period) {
    return ChangePaper.of(
        "Bypasses in %s, %s to %s (UTC)".formatted(project.value(), period.from(), period.to()),
        COLUMNS,
        rows(project, period));
  }

  private List<List<String>> rows(ProjectKey project, Period period) {
    return between(project, period).stream().map(BypassList::cells).toList();
  }

  private static List<String> cells(Bypassed bypass) {
    return List.of(
        bypass.at().toString(),
        bypass.releasePackage() == null
            ? bypass.workItemId()
            : "%s (%s)".formatted(bypass.workItemId(), bypass.releasePackage()),
        bypass.stage(),
        bypass.task(),
        bypass.action(),
        bypass.askedBy(),
        bypass.reason(),
        Objects.requireNonNullElse(bypass.confirmedBy(), ""),
        Objects.toString(bypass.confirmedAt(), ""),
        bypass.runId());
  }
}

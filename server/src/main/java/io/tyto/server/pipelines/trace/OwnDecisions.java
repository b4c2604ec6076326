package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.MyDecisions.Decided;
import io.tyto.server.pipelines.run.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions by person. */
@Component
public class OwnDecisions {
  private final JdbcClient jdbc;

  OwnDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A decision that still wants the title of its work item, or has the package's name. */
  public record Row(WorkItemId item, @Nullable String packageName, Decided decided) {}

  /**
   * By that person or for that person, newest first; one row more than asked for when there is
   * more.
   *
   * @param before id of the last decision that was seen
   */
  public List<Row> of(UserId user, List<String> projects, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            SELECT d.*, r.project, r.work_item, r.package_name, r.state, t.stage, t.name
            FROM decision d JOIN run r ON r.id = d.run_id JOIN run_task t ON t.id = d.task_id
            WHERE (d.user_id = :user OR d.behalf_id = :user) AND r.project IN (:projects)
              AND (cast(:before AS bigint) IS NULL OR d.id < :before)
            ORDER BY d.id DESC LIMIT :limit
            """)
        .param("user", user.value())
        .param("projects", projects)
        .param("before", before)
        .param("limit", limit + 1)
        .query(OwnDecisions::row)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String item = row.getString("work_item");
    return new Row(
        new WorkItemId(item),
        row.getString("package_name"),
        new Decided(
            Long.toString(row.getLong("id")),
            row.getString("verdict"),
            row.getString("project"),
            item,
            "",
            row.getString("run_id"),
            row.getString("task_id"),
            row.getString("stage"),
            row.getString("name"),
            row.getString("user_name"),
            row.getString("behalf_name"),
            row.getString("message"),
            SqlTime.of(row, "at"),
            row.getString("state")));
  }
}

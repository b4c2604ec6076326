package io.tyto.server.stories.internal;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.ReleaseVersion;
import io.tyto.server.stories.WorkItemView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of release versions. */
@Repository
class ReleaseVersionStore {
  private static final String SELECT =
      """
      SELECT r.*, count(w.id) AS items,
        count(w.id) FILTER (WHERE w.pipeline_status IS NULL
          OR w.pipeline_status NOT IN ('RUNNING', 'WAITING', 'FAILED', 'COMPLETED')) AS not_started,
        count(w.id) FILTER (WHERE w.pipeline_status = 'RUNNING') AS running,
        count(w.id) FILTER (WHERE w.pipeline_status = 'WAITING') AS waiting,
        count(w.id) FILTER (WHERE w.pipeline_status = 'FAILED') AS failed,
        count(w.id) FILTER (WHERE w.pipeline_status = 'COMPLETED') AS completed
      FROM release_version r LEFT JOIN work_item w ON w.release_version_id = r.id
      """;

  private final JdbcClient jdbc;

  ReleaseVersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ReleaseVersion> list(ProjectKey project, boolean archivedToo) {
    return jdbc.sql(
            SELECT
                + """
                WHERE r.project = :project AND (:archived OR NOT r.archived)
                GROUP BY r.id ORDER BY r.state, r.go_live NULLS LAST, lower(r.name)
                """)
        .param("project", project.value())
        .param("archived", archivedToo)
        .query(ReleaseVersionStore::version)
        .list();
  }

  Optional<ReleaseVersion> find(ProjectKey project, String id) {
    return jdbc.sql(SELECT + "WHERE r.project = :project AND r.id = :id GROUP BY r.id")
        .param("project", project.value())
        .param("id", id)
        .query(ReleaseVersionStore::version)
        .optional();
  }

  void insert(ReleaseVersion made) {
    jdbc.sql(
            """
            INSERT INTO release_version (id, project, name, description, go_live, state, archived)
            VALUES (:id, :project, :name, :description, :goLive, :state, :archived)
            """)
        .param("id", made.id())
        .param("project", made.project().value())
        .param("name", made.name())
        .param("description", made.description())
        .param("goLive", made.goLive())
        .param("state", made.state().name())
        .param("archived", made.archived())
        .update();
  }

  /**
   * @return false when somebody changed it meanwhile
   */
  boolean save(ReleaseVersion changed) {
    return jdbc.sql(
                """
                UPDATE release_version SET name = :name, description = :description,
                  go_live = :goLive, state = :state, archived = :archived, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("id", changed.id())
            .param("version", changed.version())
            .param("name", changed.name())
            .param("description", changed.description())
            .param("goLive", changed.goLive())
            .param("state", changed.state().name())
            .param("archived", changed.archived())
            .update()
        == 1;
  }

  List<WorkItemView> items(String id) {
    return jdbc.sql(WorkItemRows.SELECT + "WHERE w.release_version_id = :id ORDER BY w.number")
        .param("id", id)
        .query(WorkItemRows::view)
        .list();
  }

  /** Ids of those that were elsewhere before. */
  List<String> assign(ProjectKey project, @Nullable String version, Collection<WorkItemId> items) {
    return jdbc.sql(
            """
            UPDATE work_item SET release_version_id = :release, version = version + 1
            WHERE project = :project AND id IN (:items)
              AND release_version_id IS DISTINCT FROM :release
            RETURNING id
            """)
        .param("project", project.value())
        .param("release", version)
        .param("items", items.stream().map(WorkItemId::value).toList())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static ReleaseVersion version(ResultSet row, int number) throws SQLException {
    return new ReleaseVersion(
        row.getString("id"),
        new ProjectKey(row.getString("project")),
        row.getString("name"),
        row.getString("description"),
        row.getObject("go_live", LocalDate.class),
        ReleaseVersion.State.valueOf(row.getString("state")),
        row.getBoolean("archived"),
        new ReleaseVersion.Counts(
            row.getInt("items"),
            row.getInt("not_started"),
            row.getInt("running"),
            row.getInt("waiting"),
            row.getInt("failed"),
            row.getInt("completed")),
        row.getInt("version"));
  }
}

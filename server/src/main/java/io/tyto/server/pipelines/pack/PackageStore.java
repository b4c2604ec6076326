package io.tyto.server.pipelines.pack;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.run.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of release packages. */
@Component
class PackageStore {
  private static final String SELECT =
      """
      SELECT p.*, ARRAY(SELECT i.work_item FROM release_package_item i WHERE i.package_id = p.id
        ORDER BY i.position) AS items
      FROM release_package p
      """;

  private final JdbcClient jdbc;

  PackageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first. */
  List<ReleasePackage> list(ProjectKey project, boolean archivedToo) {
    return jdbc.sql(
            SELECT
                + """
                WHERE p.project = :project AND (:archived OR NOT p.archived)
                ORDER BY p.id DESC LIMIT 500
                """)
        .param("project", project.value())
        .param("archived", archivedToo)
        .query(PackageStore::row)
        .list();
  }

  Optional<ReleasePackage> find(ProjectKey project, String id) {
    return jdbc.sql(SELECT + "WHERE p.project = :project AND p.id = :id")
        .param("project", project.value())
        .param("id", id)
        .query(PackageStore::row)
        .optional();
  }

  void insert(ReleasePackage made) {
    jdbc.sql(
            """
            INSERT INTO release_package (id, project, name, pipeline_id, release_version_id,
              created_by, created_at)
            VALUES (:id, :project, :name, :pipeline, :release, :by, :at)
            """)
        .param("id", made.id())
        .param("project", made.project().value())
        .param("name", made.name())
        .param("pipeline", made.pipelineId())
        .param("release", made.releaseVersionId())
        .param("by", made.createdBy())
        .param("at", SqlTime.at(made.createdAt()))
        .update();
    fill(made);
  }

  /**
   * @return false when somebody changed it meanwhile
   */
  boolean save(ReleasePackage changed) {
    int rows =
        jdbc.sql(
                """
                UPDATE release_package SET name = :name, pipeline_id = :pipeline,
                  archived = :archived, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("id", changed.id())
            .param("version", changed.version())
            .param("name", changed.name())
            .param("pipeline", changed.pipelineId())
            .param("archived", changed.archived())
            .update();
    if (rows == 1) {
      jdbc.sql("DELETE FROM release_package_item WHERE package_id = :id")
          .param("id", changed.id())
          .update();
      fill(changed);
    }
    return rows == 1;
  }

  private void fill(ReleasePackage filled) {
    for (int position = 0; position < filled.items().size(); position++) {
      jdbc.sql("INSERT INTO release_package_item VALUES (:id, :position, :item)")
          .param("id", filled.id())
          .param("position", position)
          .param("item", filled.items().get(position).value())
          .update();
    }
  }

  private static ReleasePackage row(ResultSet row, int number) throws SQLException {
    return new ReleasePackage(
        row.getString("id"),
        new ProjectKey(row.getString("project")),
        row.getString("name"),
        row.getString("pipeline_id"),
        row.getString("release_version_id"),
        Stream.of((String[]) row.getArray("items").getArray()).map(WorkItemId::new).toList(),
        row.getBoolean("archived"),
        row.getString("created_by"),
        SqlTime.of(row, "created_at"),
        row.getInt("version"));
  }
}

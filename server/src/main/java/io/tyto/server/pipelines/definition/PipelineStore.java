package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of pipelines and their versions. */
@Repository
public class PipelineStore {
  private static final String SELECT =
      """
      SELECT p.id, p.project, v.version, v.definition, v.yaml
      FROM pipeline p JOIN pipeline_version v ON v.pipeline_id = p.id
      """;

  /** Versions that open runs are on; when there are more, reading begins anew. */
  private static final int KEPT = 500;

  private final JdbcClient jdbc;

  /** A version never changes, and every decision of a run on it reads it. */
  private final Map<VersionKey, PipelineView> versions = new ConcurrentHashMap<>();

  private record VersionKey(String id, int version) {}

  PipelineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PipelineView> newest(String id) {
    return jdbc.sql(SELECT + "WHERE p.id = :id AND v.version = p.version")
        .param("id", id)
        .query(PipelineStore::view)
        .optional();
  }

  Optional<PipelineView> version(String id, int version) {
    VersionKey key = new VersionKey(id, version);
    PipelineView known = versions.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PipelineView> read = readVersion(id, version);
    if (versions.size() >= KEPT) {
      versions.clear();
    }
    read.ifPresent(pipeline -> versions.put(key, pipeline));
    return read;
  }

  private Optional<PipelineView> readVersion(String id, int version) {
    return jdbc.sql(SELECT + "WHERE p.id = :id AND v.version = :version")
        .param("id", id)
        .param("version", version)
        .query(PipelineStore::view)
        .optional();
  }

  List<PipelineView> ofProject(ProjectKey project) {
    return jdbc.sql(
            SELECT
                + """
                WHERE p.project = :project AND v.version = p.version AND NOT p.archived
                ORDER BY lower(p.name)
                """)
        .param("project", project.value())
        .query(PipelineStore::view)
        .list();
  }

  List<Version> versions(String id) {
    return jdbc.sql(
            """
            SELECT version, definition, yaml, created_by, created_at FROM pipeline_version
            WHERE pipeline_id = :id ORDER BY version DESC
            """)
        .param("id", id)
        .query((row, number) ->
            new Version(
                row.getInt("version"),
                yaml(row, StoredDefinition.read(row.getString("definition"))),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void insert(PipelineView pipeline, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pipeline (id, project, name, version, created_at)
            VALUES (:id, :project, :name, :version, :now)
            """)
        .param("id", pipeline.id())
        .param("project", pipeline.project().value())
        .param("name", pipeline.definition().name())
        .param("version", pipeline.version())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @return false when somebody else advanced it first
   */
  boolean advance(PipelineView next, int from) {
    return jdbc.sql(
                """
                UPDATE pipeline SET version = :version, name = :name
                WHERE id = :id AND version = :from
                """)
            .param("id", next.id())
            .param("name", next.definition().name())
            .param("version", next.version())
            .param("from", from)
            .update()
        == 1;
  }

  void insertVersion(PipelineView pipeline, Actor actor, Instant now) {
    jdbc.sql(
            """
            INSERT INTO pipeline_version (pipeline_id, version, definition, yaml, created_by, created_at)
            VALUES (:id, :version, :definition::jsonb, :yaml, :actor, :now)
            """)
        .param("id", pipeline.id())
        .param("version", pipeline.version())
        .param("definition", PipelineWriter.json(pipeline.definition()))
        .param("yaml", pipeline.yaml())
        .param("actor", actor.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static PipelineView view(ResultSet row, int number) throws SQLException {
    PipelineDefinition definition = StoredDefinition.read(row.getString("definition"));
    return new PipelineView(
        row.getString("id"),
        new ProjectKey(row.getString("project")),
        row.getInt("version"),
        definition,
        yaml(row, definition));
  }

  /** Versions from before texts were kept have none. */
  private static String yaml(ResultSet row, PipelineDefinition definition) throws SQLException {
    String written = row.getString("yaml");
    return written == null ? PipelineWriter.yaml(definition) : written;
  }

  /** A version with who made it and when. */
  public record Version(int number, String yaml, String createdBy, Instant createdAt) {}
}

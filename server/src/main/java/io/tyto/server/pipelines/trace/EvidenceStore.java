package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.Ids;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.SqlTime;
import io.tyto.spi.delivery.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of evidence documents; never changed. */
@Component
public class EvidenceStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  EvidenceStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void add(RunTask task, @Nullable String effectId, Evidence evidence) {
    jdbc.sql(
            """
            INSERT INTO evidence VALUES (:id, :run, :task, :effect, :name, :type, :body, :now)
            """)
        .param("id", Ids.next())
        .param("run", task.runId())
        .param("task", task.id())
        .param("effect", effectId)
        .param("name", evidence.name())
        .param("type", evidence.mediaType())
        .param("body", evidence.text().replace("\u0000", ""))
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  public List<Document> ofRun(String runId) {
    return jdbc.sql("SELECT * FROM evidence WHERE run_id = :run ORDER BY id")
        .param("run", runId)
        .query(EvidenceStore::document)
        .list();
  }

  /** Names without bodies, for the page. */
  public List<Document> listOf(String runId) {
    return jdbc.sql(
            """
            SELECT id, task_id, effect_id, name, media_type, '' AS body, at FROM evidence
            WHERE run_id = :run ORDER BY id
            """)
        .param("run", runId)
        .query(EvidenceStore::document)
        .list();
  }

  public Optional<Document> find(String runId, String id) {
    return jdbc.sql("SELECT * FROM evidence WHERE run_id = :run AND id = :id")
        .param("run", runId)
        .param("id", id)
        .query(EvidenceStore::document)
        .optional();
  }

  private static Document document(ResultSet row, int n) throws SQLException {
    return new Document(
        row.getString("id"),
        row.getString("task_id"),
        row.getString("effect_id"),
        row.getString("name"),
        row.getString("media_type"),
        row.getString("body"),
        SqlTime.of(row, "at"));
  }

  /** A stored document. */
  public record Document(
      String id,
      String taskId,
      @Nullable String effectId,
      String name,
      String mediaType,
      String body,
      Instant at) {}
}

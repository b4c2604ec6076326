package io.tyto.server.pipelines.validation;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.run.SqlTime;
import io.tyto.spi.delivery.Validator.CheckFinding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of validations; a partial unique index keeps one running at a time per work item. */
@Repository
class ValidationStore {
  private static final TypeReference<List<CheckFinding>> FINDINGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ValidationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Validation> find(String id, String currentDigest) {
    return jdbc.sql("SELECT * FROM validation WHERE id = :id")
        .param("id", id)
        .query((row, n) -> validation(row, currentDigest))
        .optional();
  }

  Optional<Validation> running(WorkItemId item, String currentDigest) {
    return jdbc.sql("SELECT * FROM validation WHERE work_item = :item AND state = 'RUNNING'")
        .param("item", item.value())
        .query((row, n) -> validation(row, currentDigest))
        .optional();
  }

  /** Newest first. */
  List<Validation> ofItem(WorkItemId item, String currentDigest) {
    return jdbc.sql("SELECT * FROM validation WHERE work_item = :item ORDER BY id DESC LIMIT 100")
        .param("item", item.value())
        .query((row, n) -> validation(row, currentDigest))
        .list();
  }

  /**
   * @return false when another one is running
   */
  boolean insert(Validation validation) {
    return jdbc.sql(
                """
                INSERT INTO validation (id, work_item, candidate, digest, state, stage, started_by,
                  started_at)
                VALUES (:id, :item, :candidate, :digest, 'RUNNING', :stage, :by, :at)
                ON CONFLICT (work_item) WHERE state = 'RUNNING' DO NOTHING
                """)
            .param("id", validation.id())
            .param("item", validation.workItemId())
            .param("candidate", validation.candidate())
            .param("digest", validation.digest())
            .param("stage", validation.stage())
            .param("by", validation.startedBy())
            .param("at", SqlTime.at(validation.startedAt()))
            .update()
        == 1;
  }

  /**
   * @return false when it had ended already
   */
  boolean end(
      String id,
      @Nullable String outcome,
      List<CheckFinding> findings,
      @Nullable String fault,
      Instant now) {
    return jdbc.sql(
                """
                UPDATE validation SET state = :state, outcome = :outcome,
                  findings = :findings::jsonb, fault = :fault, ended_at = :now
                WHERE id = :id AND state = 'RUNNING'
                """)
            .param("id", id)
            .param("state", fault == null ? "COMPLETED" : "FAILED")
            .param("outcome", outcome)
            .param("findings", json.writeValueAsString(findings))
            .param("fault", fault)
            .param("now", SqlTime.at(now))
            .update()
        == 1;
  }

  private Validation validation(ResultSet row, String currentDigest) throws SQLException {
    return new Validation(
        row.getString("id"),
        row.getString("work_item"),
        row.getInt("candidate"),
        row.getString("digest"),
        row.getString("state"),
        row.getString("outcome"),
        !row.getString("digest").equals(currentDigest),
        row.getString("stage"),
        json.readValue(row.getString("findings"), FINDINGS),
        row.getString("fault"),
        row.getString("started_by"),
        SqlTime.of(row, "started_at"),
        SqlTime.maybe(row, "ended_at"));
  }
}

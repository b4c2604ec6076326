package io.tyto.server.stories.internal;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.StoryProgressed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the fields that are ours, and what a row opens to. */
@Repository
class WorkItemEdits {
  private final JdbcClient jdbc;

  WorkItemEdits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false when somebody changed the item meanwhile
   */
  boolean save(WorkItemId id, int version, Ours ours) {
    return jdbc.sql(
                """
                UPDATE work_item SET pipeline_id = :pipeline, component = :component,
                  release_version_id = :release, no_artifacts = :noArtifacts, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("pipeline", ours.pipelineId())
            .param("component", ours.component())
            .param("release", ours.releaseVersionId())
            .param("noArtifacts", ours.noArtifacts())
            .update()
        == 1;
  }

  void noteValidation(WorkItemId id, String status) {
    jdbc.sql(
            """
            UPDATE work_item SET validation_status = :status
            WHERE id = :id AND validation_status IS DISTINCT FROM :status
            """)
        .param("id", id.value())
        .param("status", status)
        .update();
  }

  void noteProgress(StoryProgressed progress) {
    jdbc.sql(
            """
            UPDATE work_item SET pipeline_stage = nullif(:stage, ''),
              pipeline_status = nullif(:state, '')
            WHERE id = :id
            """)
        .param("id", progress.workItem().value())
        .param("stage", progress.state().isEmpty() ? "" : progress.stage())
        .param("state", progress.state())
        .update();
  }

  Extras extras(WorkItemId id) {
    return jdbc.sql(
            """
            SELECT w.workstream, w.tags, w.start_date, w.due_date, w.changed_at, w.gone_reason,
              d.html, d.changed_at AS described_at, d.work_item IS NOT NULL AS described
            FROM work_item w LEFT JOIN work_item_description d ON d.work_item = w.id
            WHERE w.id = :id
            """)
        .param("id", id.value())
        .query((row, number) ->
            new Extras(
                row.getString("workstream"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getObject("start_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                instant(row.getObject("changed_at", OffsetDateTime.class)),
                row.getString("gone_reason"),
                row.getString("html"),
                row.getBoolean("described"),
                instant(row.getObject("described_at", OffsetDateTime.class))))
        .single();
  }

  void describe(WorkItemId id, String html, @Nullable Instant changedAt, Instant now) {
    jdbc.sql(
            """
            INSERT INTO work_item_description (work_item, html, changed_at, read_at)
            VALUES (:id, :html, :changed, :now)
            ON CONFLICT (work_item) DO UPDATE SET html = excluded.html,
              changed_at = excluded.changed_at, read_at = excluded.read_at
            """)
        .param("id", id.value())
        .param("html", html)
        .param(
            "changed",
            Optional.ofNullable(changedAt).map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** The fields people edit. */
  record Ours(
      @Nullable String pipelineId,
      @Nullable String component,
      @Nullable String releaseVersionId,
      boolean noArtifacts) {}

  /**
   * @param described whether a description was read before, be it empty
   */
  record Extras(
      @Nullable String workstream,
      List<String> tags,
      @Nullable LocalDate startDate,
      @Nullable LocalDate dueDate,
      @Nullable Instant changedAt,
      @Nullable String goneReason,
      @Nullable String html,
      boolean described,
      @Nullable Instant describedAt) {}
}

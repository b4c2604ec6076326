package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.ChangeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of runs and their tasks. */
@Component
public class RunStore {
  /** Only a package's parts are looked up: an item by itself stands in the run's own row. */
  private static final String SELECT =
      """
      SELECT r.*, part.* FROM run r CROSS JOIN LATERAL (
        SELECT array_agg(i.work_item ORDER BY i.position) AS part_items,
          array_agg(i.candidate ORDER BY i.position) AS part_candidates,
          array_agg(i.candidate_digest ORDER BY i.position) AS part_digests
        FROM run_item i WHERE r.package_id IS NOT NULL AND i.run_id = r.id) part
      """;

  private static final String TASKS =
      "SELECT * FROM run_task WHERE run_id = :id ORDER BY position, name";

  private static final String OF_ITEM =
      " AND r.id IN (SELECT run_id FROM run_item WHERE work_item = :workItem) ";

  private final JdbcClient jdbc;
  private final EffectStore effects;

  RunStore(JdbcClient jdbc, EffectStore effects) {
    this.jdbc = jdbc;
    this.effects = effects;
  }

  public Optional<Run> find(String id) {
    return header(id, SELECT + "WHERE r.id = :id").map(this::whole);
  }

  /** Whoever changes a run holds this lock until the end of the transaction. */
  public Optional<Run> lock(String id) {
    return header(id, SELECT + "WHERE r.id = :id FOR UPDATE OF r").map(this::whole);
  }

  public Optional<RunHeader> openRunOf(WorkItemId item) {
    return header(
        item.value(),
        SELECT + "WHERE r.id = (SELECT run_id FROM run_item WHERE work_item = :id AND open)");
  }

  public Optional<RunHeader> latestRunOf(WorkItemId item) {
    return header(
        item.value(),
        SELECT
            + """
            WHERE r.id = (SELECT run_id FROM run_item WHERE work_item = :id
              ORDER BY run_id DESC LIMIT 1)
            """);
  }

  public Optional<RunHeader> latestRunOfPackage(String packageId) {
    return header(packageId, SELECT + "WHERE r.package_id = :id ORDER BY r.id DESC LIMIT 1");
  }

  /** One transaction at a time starts runs of a work item. */
  public void lockPromotionsOf(WorkItemId item) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:item, 7))")
        .param("item", item.value())
        .query((row, n) -> 0)
        .list();
  }

  /** Newest first, one row more than {@code limit} when there are more. */
  public List<RunHeader> list(
      List<String> projects,
      @Nullable String workItem,
      @Nullable String state,
      @Nullable String before,
      int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE r.project IN (:projects)
                  AND (:state::text IS NULL OR r.state = :state)
                  AND (:before::text IS NULL OR r.id < :before)
                """
                + (workItem == null ? "" : OF_ITEM)
                + "ORDER BY r.id DESC LIMIT :limit")
        .param("projects", projects)
        .param("workItem", workItem)
        .param("state", state)
        .param("before", before)
        .param("limit", limit + 1)
        .query(RunStore::headerRow)
        .list();
  }

  /** Open runs in which a task waits for a person's decision or has failed. */
  public List<String> restingForPeople(List<String> projects) {
    return jdbc.sql(
            """
            SELECT DISTINCT r.id FROM run r JOIN run_task t ON t.run_id = r.id
            WHERE r.open AND r.project IN (:projects)
              AND (t.state = 'WAITING' AND t.waiting_reason IN ('APPROVAL', 'PERSON', 'WINDOW')
                OR t.state IN ('REFUSED', 'BROKEN'))
            ORDER BY r.id LIMIT 500
            """)
        .param("projects", projects)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Runs, open or not, that are the last of their items and in which a roll back failed. */
  public List<String> failedToRollBack(List<String> projects, Instant since) {
    return jdbc.sql(
            """
            SELECT DISTINCT r.id FROM effect e JOIN run r ON r.id = e.run_id
            WHERE e.kind = 'ROLL_BACK' AND e.outcome IN ('REFUSED', 'BROKEN')
              AND e.ended_at > :since AND r.project IN (:projects)
              AND NOT EXISTS (SELECT 1 FROM run_item mine JOIN run_item later
                ON later.work_item = mine.work_item AND later.run_id > mine.run_id
                WHERE mine.run_id = r.id)
            ORDER BY r.id LIMIT 500
            """)
        .param("projects", projects)
        .param("since", SqlTime.at(since))
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * Runs with something to do for the engine: the sweeper wakes them. Who queues for a system that
   * somebody holds is woken by its release.
   */
  public List<String> restless(Instant now) {
    return jdbc.sql(
            """
            SELECT r.id FROM run r WHERE r.open AND (
              EXISTS (SELECT 1 FROM run_task t WHERE t.run_id = r.id
                AND (t.state = 'RUNNING'
                  OR t.state = 'READY' AND t.task_group IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM run_task before WHERE before.run_id = r.id
                      AND before.position < t.position
                      AND before.state NOT IN ('DONE', 'SKIPPED', 'NOT_APPLICABLE')
                      AND (before.stage, before.task_group)
                        IS DISTINCT FROM (t.stage, t.task_group))
                  OR t.state = 'WAITING'
                  AND (t.wake_at <= :now OR t.waiting_reason = 'ENVIRONMENT' AND NOT EXISTS (
                    SELECT 1 FROM effect mine JOIN effect holder
                      ON holder.busy_key = mine.busy_key AND holder.holding
                    WHERE mine.task_id = t.id AND mine.outcome = 'NONE'))))
              OR r.state = 'RUNNING')
            """)
        .param("now", SqlTime.at(now))
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * Who keeps the systems busy that tasks of this run queue for, or goes first there; by task. For
   * those who look at a run: the engine does not need it.
   */
  public Map<String, Ahead> ahead(String runId) {
    Map<String, Ahead> found = new HashMap<>();
    jdbc.sql(
            """
            SELECT DISTINCT ON (t.id) t.id AS task, r.id, r.project,
              coalesce(r.package_name, r.work_item) AS carried
            FROM run_task t
              JOIN effect mine ON mine.task_id = t.id AND mine.outcome = 'NONE'
              JOIN effect other ON other.busy_key = mine.busy_key AND other.id <> mine.id
                AND (other.holding OR other.outcome = 'NONE' AND other.seq < mine.seq)
              JOIN run r ON r.id = other.run_id
            WHERE t.run_id = :id AND t.state = 'WAITING' AND t.waiting_reason = 'ENVIRONMENT'
            ORDER BY t.id, other.holding DESC, other.seq
            """)
        .param("id", runId)
        .query(row -> {
          Ahead ahead =
              new Ahead(
                  row.getString("id"),
                  new ProjectKey(row.getString("project")),
                  row.getString("carried"));
          found.put(row.getString("task"), ahead);
        });
    return found;
  }

  /**
   * A run that goes first.
   *
   * @param carried its package's name, or its work item
   */
  public record Ahead(String runId, ProjectKey project, String carried) {}

  /** Counts what happened, so that a turn that runs meanwhile looks once more. */
  public void want(String id) {
    jdbc.sql("UPDATE run SET wanted = wanted + 1 WHERE id = :id").param("id", id).update();
  }

  public long wanted(String id) {
    return jdbc.sql("SELECT wanted FROM run WHERE id = :id")
        .param("id", id)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private Optional<RunHeader> header(String id, String sql) {
    return jdbc.sql(sql).param("id", id).query(RunStore::headerRow).optional();
  }

  private Run whole(RunHeader header) {
    List<RunTask> tasks = jdbc.sql(TASKS).param("id", header.id()).query(RunStore::taskRow).list();
    return new Run(header, tasks, effects.ofRun(header.id()));
  }

  private static RunLoad load(ResultSet row) throws SQLException {
    if (row.getString("package_id") == null) {
      return RunLoad.of(
          new WorkItemId(row.getString("work_item")),
          row.getInt("candidate"),
          row.getString("candidate_digest"));
    }
    String[] items = (String[]) row.getArray("part_items").getArray();
    Integer[] candidates = (Integer[]) row.getArray("part_candidates").getArray();
    String[] digests = (String[]) row.getArray("part_digests").getArray();
    List<RunLoad.Part> parts = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      parts.add(new RunLoad.Part(new WorkItemId(items[i]), candidates[i], digests[i]));
    }
    return new RunLoad(row.getString("package_id"), row.getString("package_name"), parts);
  }

  private static RunHeader headerRow(ResultSet row, int n) throws SQLException {
    return new RunHeader(
        row.getString("id"),
        new ProjectKey(row.getString("project")),
        new WorkItemId(row.getString("work_item")),
        row.getString("pipeline_id"),
        row.getInt("pipeline_version"),
        row.getInt("candidate"),
        row.getString("candidate_digest"),
        new UserId(row.getString("promoter")),
        row.getString("promoter_name"),
        SqlTime.of(row, "started_at"),
        SqlTime.maybe(row, "ended_at"),
        SqlTime.maybe(row, "aborted_at"),
        row.getString("superseded_by"),
        row.getLong("wanted"),
        row.getString("stage"),
        RunState.valueOf(row.getString("state")),
        ChangeType.valueOf(row.getString("change_type")),
        load(row));
  }

  private static RunTask taskRow(ResultSet row, int n) throws SQLException {
    String reason = row.getString("waiting_reason");
    Instant wakeAt = SqlTime.maybe(row, "wake_at");
    return new RunTask(
        row.getString("id"),
        row.getString("run_id"),
        row.getBigDecimal("position"),
        row.getString("stage"),
        row.getString("name"),
        row.getString("kind"),
        row.getString("task_group"),
        row.getString("defined_as"),
        row.getString("deliverable_id"),
        TaskState.valueOf(row.getString("state")),
        row.getInt("attempt"),
        reason == null ? null : WaitReason.valueOf(reason),
        wakeAt,
        row.getString("message"),
        row.getString("token"),
        SqlTime.maybe(row, "started_at"),
        SqlTime.maybe(row, "ended_at"));
  }
}

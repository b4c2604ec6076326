package io.tyto.server.pipelines.queue;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentDesk;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.projects.Projects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the queue from what the engine decides by: effects, tasks and parked deployments. */
@Component
public class EnvironmentQueue {
  /** Environments of one system share its queue. */
  private static final String SELECT =
      """
      SELECT r.project, r.id AS run, r.work_item, r.package_name, t.stage, t.name AS task, q.*
      FROM (
        SELECT e.run_id, e.task_id, NULL::timestamptz AS until,
          CASE WHEN e.code = :othersFirst THEN e.summary END AS note,
          CASE WHEN NOT e.holding THEN 'QUEUED'
               WHEN e.needs_person THEN 'NEEDS_PERSON'
               WHEN e.code = :othersFirst THEN 'OTHERS_FIRST' ELSE 'DEPLOYING' END AS state,
          coalesce(e.sent_at, e.created_at) AS since,
          CASE WHEN e.holding THEN 0 ELSE 1 END AS part, e.seq AS number
        FROM effect e JOIN run_task t ON t.id = e.task_id
        WHERE (e.holding OR e.outcome = 'NONE' AND t.state = 'WAITING'
            AND t.waiting_reason = 'ENVIRONMENT')
          AND (e.environment_id = :environment OR e.busy_key IN (
            SELECT mine.busy_key FROM effect mine
            WHERE mine.environment_id = :environment
              AND (mine.holding OR mine.outcome = 'NONE')))
        UNION ALL
        SELECT p.run_id, p.task_id, p.until, NULL, 'PARKED', t.started_at, 2, p.number
        FROM run_parking p JOIN run_task t ON t.id = p.task_id
        WHERE :environment = ANY (p.environments)
      ) q JOIN run r ON r.id = q.run_id JOIN run_task t ON t.id = q.task_id
      ORDER BY q.part, q.number LIMIT 200
      """;

  private final JdbcClient jdbc;
  private final EnvironmentDesk environments;
  private final Projects projects;

  EnvironmentQueue(JdbcClient jdbc, EnvironmentDesk environments, Projects projects) {
    this.jdbc = jdbc;
    this.environments = environments;
    this.projects = projects;
  }

  /**
   * @param runId null, as all that names the run, when it is in a project that the reader may not
   *     see
   * @param packageName null for a work item by itself
   * @param until a parked one asks again then
   * @param note what somebody else does at the target, when that comes first
   */
  public record Place(
      State state,
      @Nullable String project,
      @Nullable String runId,
      @Nullable String workItemId,
      @Nullable String packageName,
      @Nullable String stage,
      @Nullable String task,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String note) {

    Place hidden() {
      return new Place(state, null, null, null, null, null, null, since, until, note);
    }
  }

  /** Why a deployment stands in the queue. */
  public enum State {
    /** Works at the system, which is busy until it ends. */
    DEPLOYING,
    /** Has begun and nobody knows how it ended: the system stays busy until a person says. */
    NEEDS_PERSON,
    /** Has its turn, and waits for what somebody else does to the same content there. */
    OTHERS_FIRST,
    /** Waits for the system, first come, first served. */
    QUEUED,
    /** Waits for the end of a freeze or for a window. */
    PARKED
  }

  /**
   * In the order in which they go.
   *
   * @throws io.tyto.server.kernel.Refusal {@code not-found} also when the reader may not see the
   *     environment
   */
  public List<Place> of(EnvironmentId environment, Actor reader) {
    environments.get(reader, environment);
    Set<String> readable = new HashSet<>();
    projects.readableBy(reader.id()).stream().map(ProjectKey::value).forEach(readable::add);
    return jdbc
        .sql(SELECT)
        .param("environment", environment.value())
        .param("othersFirst", Effect.OTHERS_FIRST)
        .query(EnvironmentQueue::place)
        .list()
        .stream()
        .map(place -> readable.contains(place.project()) ? place : place.hidden())
        .toList();
  }

  private static Place place(ResultSet row, int n) throws SQLException {
    return new Place(
        State.valueOf(row.getString("state")),
        row.getString("project"),
        row.getString("run"),
        row.getString("work_item"),
        row.getString("package_name"),
        row.getString("stage"),
        row.getString("task"),
        instant(row, "since"),
        instant(row, "until"),
        row.getString("note"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
    return stored == null ? null : stored.toInstant();
  }
}

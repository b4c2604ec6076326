package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deployments that freezes and windows hold back, in the order in which they came. They keep their
 * place until they deploy or go another way, so that they go on in that order. In the caller's
 * transaction.
 */
@Component
public class Parking {
  private final JdbcClient jdbc;
  private final Clock clock;

  Parking(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes a place, or keeps the one it has. */
  public void enter(RunTask task, Collection<EnvironmentId> environments, Instant until) {
    jdbc.sql(
            """
            INSERT INTO run_parking (task_id, run_id, environments, until)
            VALUES (:task, :run, :environments, :until)
            ON CONFLICT (task_id) DO UPDATE SET until = excluded.until
            """)
        .param("task", task.id())
        .param("run", task.runId())
        .param(
            "environments", environments.stream().map(EnvironmentId::value).toArray(String[]::new))
        .param("until", SqlTime.at(until))
        .update();
  }

  public void leave(RunTask task) {
    jdbc.sql("DELETE FROM run_parking WHERE task_id = :task").param("task", task.id()).update();
  }

  /**
   * Who came earlier for one of the same environments, may go and has not gone yet.
   *
   * @param runId of the one right before
   * @param count of all
   */
  public record Ahead(String runId, int count) {}

  public Optional<Ahead> ahead(RunTask task) {
    List<String> runs =
        jdbc.sql(
                """
                SELECT other.run_id FROM run_parking mine JOIN run_parking other
                  ON other.number < mine.number AND other.environments && mine.environments
                WHERE mine.task_id = :task AND other.until <= :now
                ORDER BY other.number DESC
                """)
            .param("task", task.id())
            .param("now", SqlTime.at(clock.instant()))
            .query((row, n) -> row.getString(1))
            .list();
    return runs.isEmpty() ? Optional.empty() : Optional.of(new Ahead(runs.getFirst(), runs.size()));
  }

  /**
   * Lets everything that is parked look again now.
   *
   * @return the runs to be woken, in the order in which they came
   */
  public List<String> stir() {
    Instant now = clock.instant();
    List<String> stirred =
        jdbc.sql(
                """
                WITH stirred AS (
                  UPDATE run_task SET wake_at = :now
                  WHERE id IN (SELECT task_id FROM run_parking)
                    AND state = 'WAITING' AND waiting_reason = 'WINDOW'
                  RETURNING id)
                SELECT run_id FROM run_parking WHERE task_id IN (SELECT id FROM stirred)
                ORDER BY number
                """)
            .param("now", SqlTime.at(now))
            .query((row, n) -> row.getString(1))
            .list();
    jdbc.sql("UPDATE run_parking SET until = :now WHERE until > :now")
        .param("now", SqlTime.at(now))
        .update();
    return stirred;
  }
}

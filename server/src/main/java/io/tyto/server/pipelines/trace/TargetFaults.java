package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.pipelines.run.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how often in a row an environment gave no answer, over all runs. */
@Component
public class TargetFaults {
  /**
   * Then nothing is tried there any more until a person retries: two deployments that were given
   * up, each after its own attempts over several minutes.
   */
  public static final int MOST = 24;

  private final JdbcClient jdbc;
  private final Clock clock;

  TargetFaults(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void count(EnvironmentId environment) {
    jdbc.sql(
            """
            INSERT INTO target_fault (environment_id, faults, since) VALUES (:environment, 1, :now)
            ON CONFLICT (environment_id) DO UPDATE SET faults = target_fault.faults + 1
            """)
        .param("environment", environment.value())
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  /** It answered, whatever it said. */
  public void answered(EnvironmentId environment) {
    jdbc.sql("DELETE FROM target_fault WHERE environment_id = :environment")
        .param("environment", environment.value())
        .update();
  }

  /**
   * @return since when it gave no answer, once that was too often
   */
  public Optional<Instant> usedUp(EnvironmentId environment) {
    return jdbc.sql(
            "SELECT since FROM target_fault WHERE environment_id = :environment AND faults >= :most")
        .param("environment", environment.value())
        .param("most", MOST)
        .query((row, n) -> SqlTime.of(row, "since"))
        .optional();
  }

  /** A person wants one more attempt; the next fault uses the budget up again. */
  public void oneMore(EnvironmentId environment) {
    jdbc.sql(
            """
            UPDATE target_fault SET faults = :most - 1
            WHERE environment_id = :environment AND faults >= :most
            """)
        .param("environment", environment.value())
        .param("most", MOST)
        .update();
  }
}

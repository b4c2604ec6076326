package io.tyto.server.pipelines.trace;

import io.tyto.server.pipelines.run.SqlTime;
import io.tyto.spi.delivery.Reversible;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was at a target before an effect. */
@Component
public class BackupStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  BackupStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The first backup of an effect counts: a later one might show what the effect did. */
  public void keep(String effectId, int position, Reversible.Backup backup) {
    jdbc.sql(
            """
            INSERT INTO effect_backup VALUES (:effect, :position, :value, :content, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("effect", effectId)
        .param("position", position)
        .param("value", backup.value())
        .param("content", backup.content())
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  /** By position of the effect's deliverables; empty when none was taken. */
  public List<Reversible.Backup> of(String effectId) {
    return jdbc.sql(
            "SELECT value, content FROM effect_backup WHERE effect_id = :effect ORDER BY position")
        .param("effect", effectId)
        .query((row, n) -> new Reversible.Backup(row.getString("value"), row.getBytes("content")))
        .list();
  }

  /** Effects of the run that have a backup. */
  public List<String> effectsWithBackup(String runId) {
    return jdbc.sql(
            """
            SELECT DISTINCT b.effect_id FROM effect_backup b JOIN effect e ON e.id = b.effect_id
            WHERE e.run_id = :run
            """)
        .param("run", runId)
        .query((row, n) -> row.getString(1))
        .list();
  }
}

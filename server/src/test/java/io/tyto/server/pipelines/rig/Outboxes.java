package io.tyto.server.pipelines.rig;

import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.stories.StoryProgressed;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the real listeners of write-back and mails do with what the engine tells: a row in the
 * transaction in which it happened.
 */
final class Outboxes implements ApplicationListener<PayloadApplicationEvent<?>> {
  private static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS rig_write_back (run_id text, key text, state text, sentence text);
      CREATE TABLE IF NOT EXISTS rig_mail (run_id text, task_id text, attempt int, why text);
      """;

  private final JdbcClient jdbc;

  Outboxes(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql(TABLES).update();
  }

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<?> event) {
    switch (event.getPayload()) {
      case StoryProgressed told ->
          jdbc.sql("INSERT INTO rig_write_back VALUES (:run, :key, :state, :sentence)")
              .param("run", told.runId())
              .param("key", told.stepKey())
              .param("state", told.state())
              .param("sentence", told.worthTelling())
              .update();
      case TaskCameToRest rest ->
          jdbc.sql("INSERT INTO rig_mail VALUES (:run, :task, :attempt, :why)")
              .param("run", rest.runId())
              .param("task", rest.taskId())
              .param("attempt", rest.attempt())
              .param("why", rest.why().name())
              .update();
      default -> {
        // Nobody else listens here.
      }
    }
  }
}

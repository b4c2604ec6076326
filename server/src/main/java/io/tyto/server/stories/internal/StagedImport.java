package io.tyto.server.stories.internal;

import io.tyto.server.stories.StoryImport;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens intakes; rows that did not change are not touched. */
@Service
class StagedImport implements StoryImport {
  private final JdbcClient jdbc;
  private final Staging staging;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StagedImport(JdbcClient jdbc, Staging staging, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.staging = staging;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Intake begin(String stagingKey, String integrationId, boolean full) {
    StagedIntake intake = new StagedIntake(jdbc, staging, events, clock, stagingKey, integrationId);
    intake.learn(full);
    return intake;
  }

  @Override
  @Transactional
  public void forget(String stagingKey) {
    staging.clear(stagingKey);
  }

  @Override
  @Transactional
  public int retire(String integrationId, String reason) {
    return jdbc.sql(
            """
            UPDATE work_item SET gone = true, gone_reason = :reason
            WHERE integration_id = :integration AND NOT gone
            """)
        .param("integration", integrationId)
        .param("reason", reason)
        .update();
  }
}

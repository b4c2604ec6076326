package io.tyto.server.audit.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.ProjectKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes entries, unsealed, in the transaction of what they record. */
@Service
class AuditWriter implements AuditTrail {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final CanonicalJson json;
  private final ApplicationEventPublisher events;

  AuditWriter(JdbcClient jdbc, Clock clock, CanonicalJson json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
    this.events = events;
  }

  @Override
  public void record(Actor actor, Audited what) {
    ProjectKey project = what.project();
    jdbc.sql(
            """
            insert into audit_entry
              (id, at, actor_id, actor_name, actor_kind, project, action, subject, details)
            values (:id, :at, :actor, :name, :kind, :project, :action, :subject, :details)
            """)
        .param("id", Ids.next())
        .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .param("actor", actor.id().value())
        .param("name", actor.name())
        .param("kind", actor.kind().name())
        .param("project", project == null ? null : project.value())
        .param("action", what.action())
        .param("subject", what.subject())
        .param("details", json.write(what.details()))
        .update();
    events.publishEvent(new Recorded());
  }

  /** An entry waits for its seal once the transaction is committed. */
  record Recorded() {}
}

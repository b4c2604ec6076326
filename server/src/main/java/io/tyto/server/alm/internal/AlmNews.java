package io.tyto.server.alm.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells audit trail and pages what happened to integrations, syncs and write-backs. */
@Component
public class AlmNews {
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  AlmNews(AuditTrail audit, ApplicationEventPublisher events) {
    this.audit = audit;
    this.events = events;
  }

  public void added(Actor by, Integration row) {
    integration(by, "alm-integration-added", row, row.facts());
  }

  public void changed(Actor by, Integration before, Integration after) {
    Map<String, Object> old = before.facts();
    Map<String, Object> changes = new LinkedHashMap<>();
    after
        .facts()
        .forEach((field, value) -> {
          Object was = Objects.requireNonNull(old.get(field));
          if (!was.equals(value)) {
            changes.put(field, Map.of("from", was, "to", value));
          }
        });
    integration(by, "alm-integration-changed", after, changes);
  }

  public void removed(Actor by, Integration row, int items) {
    integration(
        by, "alm-integration-removed", row, Map.of("name", row.name(), "workItemsGone", items));
    live(row.project(), "work-items", "*");
  }

  public void hookTokenRenewed(Actor by, Integration row) {
    integration(by, "alm-hook-token-renewed", row, Map.of("name", row.name()));
  }

  public void audited(
      Actor by, ProjectKey project, String action, String subject, Map<String, Object> details) {
    audit.record(by, new Audited.Entry(project, action, subject, details));
  }

  public void live(ProjectKey project, String topic, String id) {
    events.publishEvent(new LiveEvent(project, topic, id));
  }

  private void integration(Actor by, String action, Integration row, Map<String, Object> details) {
    audited(by, row.project(), action, "alm-integration/" + row.id(), details);
    live(row.project(), "alm-integrations", row.id());
  }
}

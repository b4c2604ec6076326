package io.tyto.server.landscape.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells audit trail and pages what happened to environments and landscapes. */
@Component
class LandscapeNews {
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  LandscapeNews(AuditTrail audit, ApplicationEventPublisher events) {
    this.audit = audit;
    this.events = events;
  }

  void registered(Actor by, EnvironmentView view) {
    environment(by, "environment-registered", view, facts(view));
  }

  void removed(Actor by, EnvironmentView view) {
    environment(by, "environment-removed", view, facts(view));
  }

  void changed(Actor by, EnvironmentView before, EnvironmentView after) {
    Map<String, Object> old = facts(before);
    Map<String, Object> changes = new LinkedHashMap<>();
    facts(after)
        .forEach((field, value) -> {
          Object was = Objects.requireNonNull(old.get(field));
          if (!was.equals(value)) {
            changes.put(field, Map.of("from", was, "to", value));
          }
        });
    environment(by, "environment-changed", after, changes);
  }

  void inProject(
      Actor by, ProjectKey project, String action, EnvironmentId id, Map<String, Object> details) {
    audit.record(by, new Audited.Entry(project, action, "environment/" + id.value(), details));
    events.publishEvent(new LiveEvent(project, "environments", id.value()));
  }

  void arranged(Actor by, ProjectKey project, Map<String, Object> details) {
    audit.record(
        by,
        new Audited.Entry(project, "landscapes-changed", "project/" + project.value(), details));
    events.publishEvent(new LiveEvent(project, "landscapes", project.value()));
  }

  void parameters(Actor by, ValueTable.Place place, Map<String, Object> details) {
    String id = place.environment().value() + "/" + place.artifactId();
    audit.record(
        by, new Audited.Entry(place.project(), "parameters-changed", "parameters/" + id, details));
    events.publishEvent(new LiveEvent(place.project(), "parameters", id));
  }

  private void environment(
      Actor by, String action, EnvironmentView view, Map<String, Object> details) {
    audit.record(by, new Audited.Entry(null, action, "environment/" + view.id().value(), details));
    events.publishEvent(new LiveEvent(null, "environments", view.id().value()));
  }

  private static Map<String, Object> facts(EnvironmentView view) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", view.name());
    facts.put("connector", view.connector());
    facts.put("type", view.type().name());
    facts.put("mode", view.mode().name());
    facts.put("settings", view.settings());
    facts.put("credentialId", orEmpty(view.credentialId()));
    return facts;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

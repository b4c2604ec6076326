package io.tyto.server.credentials.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.credentials.CredentialScope;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.LiveEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells audit trail and pages what happened to a credential. Of a private one only that something
 * happened: its name and addresses are its creator's business.
 */
@Component
class CredentialNews {
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CredentialNews(AuditTrail audit, ApplicationEventPublisher events) {
    this.audit = audit;
    this.events = events;
  }

  void created(Actor by, CredentialRow row) {
    tell(by, "credential-created", row, facts(row));
  }

  void changed(Actor by, CredentialRow before, CredentialRow after) {
    Map<String, @Nullable Object> old = facts(before);
    Map<String, @Nullable Object> now = facts(after);
    Map<String, Object> changes = new LinkedHashMap<>();
    now.forEach((field, value) -> {
      if (!Objects.equals(old.get(field), value)) {
        changes.put(field, Map.of("from", word(old.get(field)), "to", word(value)));
      }
    });
    if (after.secret().version() != before.secret().version()) {
      changes.put("secret", "entered");
    } else if (after.secretMissing() && !before.secretMissing()) {
      changes.put("secret", "cleared");
    }
    tell(by, "credential-changed", after, changes);
  }

  void removed(Actor by, CredentialRow row) {
    tell(by, "credential-removed", row, facts(row));
  }

  void bound(Actor by, CredentialRow row, String host) {
    tell(by, "credential-bound", row, Map.of("host", host));
  }

  private void tell(
      Actor by, String action, CredentialRow row, Map<String, ? extends @Nullable Object> details) {
    boolean isPrivate = row.scope() == CredentialScope.PRIVATE;
    Map<String, Object> shown = new LinkedHashMap<>();
    if (isPrivate) {
      shown.put("scope", "PRIVATE");
    } else {
      details.forEach((name, value) -> shown.put(name, word(value)));
    }
    audit.record(by, new Audited.Entry(null, action, "credential/" + row.id(), shown));
    if (!isPrivate) {
      events.publishEvent(new LiveEvent(null, "credentials", row.id()));
    }
  }

  private static Object word(@Nullable Object value) {
    return value == null ? "" : value;
  }

  private static Map<String, @Nullable Object> facts(CredentialRow row) {
    Map<String, @Nullable Object> facts = new HashMap<>();
    facts.put("name", row.name());
    facts.put("type", row.type().id());
    facts.put("scope", row.scope().name());
    facts.put("clientId", row.values().clientId());
    facts.put("username", row.values().username());
    facts.put("origin", row.values().origin());
    facts.put("tokenUrl", row.values().tokenUrl());
    facts.put("apiUrl", row.values().apiUrl());
    return facts;
  }
}

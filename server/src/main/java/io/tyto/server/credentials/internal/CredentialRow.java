package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialScope;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored credential without its secret. */
record CredentialRow(
    String id,
    String name,
    CredentialType type,
    CredentialScope scope,
    Values values,
    List<String> boundHosts,
    SecretMark secret,
    Made made,
    int version) {

  /** When and by whom the secret was entered; {@code at} is null while there is none. */
  record SecretMark(int version, @Nullable Instant at, @Nullable UserId by) {
    static final SecretMark NONE = new SecretMark(0, null, null);

    SecretMark set(Instant now, UserId who) {
      return new SecretMark(version + 1, now, who);
    }

    SecretMark cleared() {
      return new SecretMark(version, null, null);
    }
  }

  /** Who made and changed it, by names as shown to people. */
  record Made(
      UserId byId,
      String by,
      Instant at,
      @Nullable String modifiedBy,
      @Nullable Instant modifiedAt) {

    Made modified(String name, Instant now) {
      return new Made(byId, by, at, name, now);
    }
  }

  boolean visibleTo(UserId user) {
    return scope == CredentialScope.GLOBAL || made.byId().equals(user);
  }

  boolean secretMissing() {
    return secret.at() == null;
  }

  List<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>(values.hosts());
    hosts.addAll(boundHosts);
    return new ArrayList<>(hosts);
  }

  Envelope.Place place() {
    return new Envelope.Place(made.byId().value(), id, type.kind().secretField(), secret.version());
  }
}

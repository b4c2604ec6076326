package io.tyto.server.identity;

import java.util.Locale;
import java.util.Optional;

/** Roles on the whole server; {@link #id()} is the word in JSON. */
public enum ServerRole {
  ADMIN,
  AUDITOR;

  /** The word in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ServerRole> of(String id) {
    for (ServerRole role : values()) {
      if (role.id().equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}

package io.tyto.server.identity;

import java.util.Locale;
import java.util.Optional;

/** Roles in one project; {@link #id()} is the word in JSON and YAML. */
public enum ProjectRole {
  PROJECT_ADMIN,
  RELEASE_MANAGER,
  DEVELOPER,
  APPROVER,
  VIEWER;

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ProjectRole> of(String id) {
    for (ProjectRole role : values()) {
      if (role.id().equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}

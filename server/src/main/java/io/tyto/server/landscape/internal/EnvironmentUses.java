package io.tyto.server.landscape.internal;

import io.tyto.server.credentials.CredentialUse;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentUse;
import io.tyto.server.landscape.EnvironmentView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where environments are used, and where they use credentials. */
@Component
class EnvironmentUses implements CredentialUse {
  private final EnvironmentTable table;
  private final ProjectTable projects;
  private final ObjectProvider<EnvironmentUse> others;
  private final Access access;

  EnvironmentUses(
      EnvironmentTable table,
      ProjectTable projects,
      ObjectProvider<EnvironmentUse> others,
      Access access) {
    this.table = table;
    this.projects = projects;
    this.others = others;
    this.access = access;
  }

  @Override
  public Map<String, List<CredentialUse.Use>> usesOf(Collection<String> credentialIds) {
    Map<String, List<CredentialUse.Use>> uses = new HashMap<>();
    for (EnvironmentRow row : table.withCredentials(credentialIds)) {
      EnvironmentView view = row.view();
      uses.computeIfAbsent(String.valueOf(view.credentialId()), id -> new ArrayList<>())
          .add(new CredentialUse.Use("environment", view.id().value(), view.name(), null));
    }
    return uses;
  }

  /** Everywhere; names of what lies in projects the caller may not read are left out. */
  List<EnvironmentUse.Use> of(Actor caller, EnvironmentView view) {
    List<EnvironmentUse.Use> uses = new ArrayList<>();
    for (ProjectKey project : projects.projectsOf(view.id())) {
      uses.add(new EnvironmentUse.Use("project", project.value(), project.value(), project, false));
    }
    others.orderedStream().forEach(port -> uses.addAll(port.usesOf(view.id(), view.name())));
    Map<ProjectKey, Boolean> readable = new HashMap<>();
    return uses.stream().map(use -> shown(use, caller, readable)).toList();
  }

  private EnvironmentUse.Use shown(
      EnvironmentUse.Use use, Actor caller, Map<ProjectKey, Boolean> readable) {
    ProjectKey project = use.project();
    boolean open =
        project == null
            || readable.computeIfAbsent(
                project, key -> access.may(caller.id(), Permission.PROJECT_READ, key));
    return open ? use : new EnvironmentUse.Use(use.kind(), "", null, null, use.byName());
  }

  static String words(List<EnvironmentUse.Use> uses) {
    return uses.stream()
        .map(use ->
            use.name() == null
                ? "a " + use.kind() + " you cannot see"
                : use.kind() + " '" + use.name() + "'")
        .distinct()
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }
}

package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialUse;
import io.tyto.server.credentials.CredentialUse.Use;
import io.tyto.server.credentials.CredentialView;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows rows to a caller, with where they are used. */
@Component
class CredentialViews {
  private final ObjectProvider<CredentialUse> uses;
  private final Access access;

  CredentialViews(ObjectProvider<CredentialUse> uses, Access access) {
    this.uses = uses;
    this.access = access;
  }

  CredentialView of(Actor caller, CredentialRow row) {
    return of(caller, List.of(row)).getFirst();
  }

  List<CredentialView> of(Actor caller, List<CredentialRow> rows) {
    Map<String, List<Use>> found = usesOf(rows.stream().map(CredentialRow::id).toList());
    Map<ProjectKey, Boolean> readable = new HashMap<>();
    return rows.stream()
        .map(row ->
            view(
                row,
                found.getOrDefault(row.id(), List.of()).stream()
                    .map(use -> shown(use, caller, readable))
                    .toList()))
        .toList();
  }

  List<Use> usesOf(Actor caller, String id) {
    Map<ProjectKey, Boolean> readable = new HashMap<>();
    return usesOf(List.of(id)).getOrDefault(id, List.of()).stream()
        .map(use -> shown(use, caller, readable))
        .toList();
  }

  private Map<String, List<Use>> usesOf(List<String> ids) {
    Map<String, List<Use>> all = new HashMap<>();
    if (!ids.isEmpty()) {
      uses.orderedStream()
          .forEach(port ->
              port.usesOf(ids)
                  .forEach(
                      (id, some) -> all.computeIfAbsent(id, k -> new ArrayList<>()).addAll(some)));
    }
    return all;
  }

  /** That it is used is told to everybody, by whom only to those who may read that project. */
  private Use shown(Use use, Actor caller, Map<ProjectKey, Boolean> readable) {
    ProjectKey project = use.project();
    boolean open =
        project == null
            || readable.computeIfAbsent(
                project, key -> access.may(caller.id(), Permission.PROJECT_READ, key));
    return open ? use : new Use(use.kind(), use.id(), null, null);
  }

  private static CredentialView view(CredentialRow row, List<Use> usedBy) {
    Values values = row.values();
    return new CredentialView(
        row.id(),
        row.name(),
        row.type(),
        row.scope(),
        values.clientId(),
        values.username(),
        values.origin(),
        values.tokenUrl(),
        values.apiUrl(),
        row.hosts(),
        row.secretMissing(),
        row.secret().at(),
        message(row),
        usedBy,
        row.made().byId(),
        row.made().by(),
        row.made().at(),
        row.made().modifiedBy(),
        row.made().modifiedAt(),
        row.version());
  }

  private static @Nullable String message(CredentialRow row) {
    return row.secretMissing()
        ? "A host changed, so the stored secret was cleared. Edit the credential and enter the %s again."
            .formatted(row.type().kind().secretField())
        : null;
  }
}

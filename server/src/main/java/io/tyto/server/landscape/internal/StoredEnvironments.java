package io.tyto.server.landscape.internal;

import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks environments up in the database. */
@Component
class StoredEnvironments implements Environments {
  private final EnvironmentTable table;
  private final ProjectTable projects;
  private final ValueTable values;

  StoredEnvironments(EnvironmentTable table, ProjectTable projects, ValueTable values) {
    this.table = table;
    this.projects = projects;
    this.values = values;
  }

  @Override
  public Optional<EnvironmentView> find(EnvironmentId id) {
    return table.find(id).map(EnvironmentRow::view);
  }

  @Override
  public EnvironmentView get(EnvironmentId id) {
    return find(id)
        .orElseThrow(() -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such environment."));
  }

  @Override
  public Map<EnvironmentId, String> names(Collection<EnvironmentId> ids) {
    return table.names(ids);
  }

  @Override
  public List<Used> ofProject(ProjectKey project) {
    Map<EnvironmentId, Used> left = new LinkedHashMap<>();
    projects.used(project).forEach(used -> left.put(used.environment().id(), used));
    List<Used> ordered = new ArrayList<>();
    for (Landscape landscape : projects.landscapes(project)) {
      for (EnvironmentId id : landscape.environments()) {
        Used next = left.remove(id);
        if (next != null) {
          ordered.add(next);
        }
      }
    }
    ordered.addAll(left.values());
    return ordered;
  }

  @Override
  public Optional<EnvironmentView> findByName(ProjectKey project, String name) {
    return projects.used(project).stream()
        .map(Used::environment)
        .filter(environment -> environment.name().equalsIgnoreCase(name))
        .findFirst();
  }

  @Override
  public List<Landscape> landscapes(ProjectKey project) {
    return projects.landscapes(project);
  }

  @Override
  public ConnectionSpec spec(EnvironmentId id) {
    return spec(get(id));
  }

  static ConnectionSpec spec(EnvironmentView view) {
    return new ConnectionSpec(view.connector(), view.settings(), view.credentialId());
  }

  @Override
  public Map<String, String> parameterValues(
      ProjectKey project, EnvironmentId environment, String artifactId) {
    return values.values(new ValueTable.Place(project, environment, artifactId));
  }
}

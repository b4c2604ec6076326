package io.tyto.server.landscape;

import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks environments, landscapes and parameter values up. */
public interface Environments {

  Optional<EnvironmentView> find(EnvironmentId id);

  /**
   * @throws Refusal {@code not-found}
   */
  EnvironmentView get(EnvironmentId id);

  /** Those that are known, in one look. */
  Map<EnvironmentId, String> names(Collection<EnvironmentId> ids);

  /** Environments the project uses, in the order of their landscapes, then by name. */
  List<Used> ofProject(ProjectKey project);

  /** By name, ignoring case, among those the project uses. */
  Optional<EnvironmentView> findByName(ProjectKey project, String name);

  List<Landscape> landscapes(ProjectKey project);

  ConnectionSpec spec(EnvironmentId id);

  /** Values set for this environment and artifact, by key. */
  Map<String, String> parameterValues(
      ProjectKey project, EnvironmentId environment, String artifactId);

  /**
   * @param source deliverables are taken from here
   */
  record Used(EnvironmentView environment, boolean source) {}
}

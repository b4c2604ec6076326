package io.tyto.server.landscape;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Externalized parameters of an artifact for one environment. */
public interface Parameters {

  /**
   * Live from source and target, with our values beside them.
   *
   * @throws Refusal {@code not-found} when the project does not use the environment
   */
  List<Parameter> of(ProjectKey project, EnvironmentId environment, String artifactId);

  /**
   * Replaces our values; a key without a value keeps the target's. Repeatable.
   *
   * @throws Refusal {@code unknown-parameter} naming keys that the artifact does not have
   */
  List<Parameter> set(
      Actor caller,
      ProjectKey project,
      EnvironmentId environment,
      String artifactId,
      Map<String, String> values);

  /**
   * @param source value at the source environment, null when the key is not there
   * @param value ours for this environment, null to keep the target's
   * @param target value at the target now, null when it is not there
   */
  record Parameter(
      String key,
      @Nullable String source,
      @Nullable String value,
      @Nullable String target,
      @Nullable String dataType,
      @Nullable String description) {}
}

package io.tyto.server.landscape;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where an environment is used; modules that refer to environments implement it as a bean. */
public interface EnvironmentUse {

  /** Everywhere, in all projects. */
  List<Use> usesOf(EnvironmentId environment, String environmentName);

  /**
   * @param kind what uses it, in the singular: {@code project}, {@code pipeline}, {@code
   *     deliverable}
   * @param name null when the reader may not read that project
   * @param project null for things of the whole server
   * @param byName it refers to the environment's name, so renaming would break it
   */
  record Use(
      String kind,
      String id,
      @Nullable String name,
      @Nullable ProjectKey project,
      boolean byName) {}
}

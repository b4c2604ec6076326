package io.tyto.server.landscape;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.util.List;

/** Which environments a project uses and in which order it goes through them. */
public interface ProjectLandscape {

  /** Repeatable. */
  Environments.Used use(
      Actor caller, ProjectKey project, EnvironmentId environment, boolean source);

  /**
   * @throws Refusal {@code not-found} when the project does not use it
   */
  Environments.Used used(ProjectKey project, EnvironmentId environment);

  /**
   * @throws Refusal {@code environment-in-use} while a landscape or a pipeline names it
   */
  void drop(Actor caller, ProjectKey project, EnvironmentId environment);

  /**
   * Replaces all landscapes of the project.
   *
   * @throws Refusal with errors at {@code items[i].environments[j]}
   */
  List<Landscape> arrange(Actor caller, ProjectKey project, List<Landscape> landscapes);
}

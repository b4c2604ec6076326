package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.landscape.EnvironmentView;
import java.util.List;

/**
 * What a deployment takes where.
 *
 * @param stage of the pipeline
 * @param task name of the deployment
 * @param deliverables in their order, none that the environment's connector cannot deploy
 */
public record Target(
    String stage, String task, EnvironmentView environment, List<Deliverable> deliverables) {

  public Target {
    deliverables = List.copyOf(deliverables);
  }

  public boolean production() {
    return environment.type() == EnvironmentView.Type.PRODUCTION;
  }
}

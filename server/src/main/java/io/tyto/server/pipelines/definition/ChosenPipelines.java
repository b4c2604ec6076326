package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.stories.WorkItemPipelines;
import org.springframework.stereotype.Component;

/** Lets work items choose among the pipelines of their project. */
@Component
class ChosenPipelines implements WorkItemPipelines {
  private final PipelineStore store;

  ChosenPipelines(PipelineStore store) {
    this.store = store;
  }

  @Override
  public boolean exists(ProjectKey project, String pipelineId) {
    return store.newest(pipelineId).filter(found -> found.project().equals(project)).isPresent();
  }
}

package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.projects.KnownPipelines;
import org.springframework.stereotype.Component;

/** Tells projects which pipelines they have. */
@Component
class StoredPipelines implements KnownPipelines {
  private final PipelineStore store;

  StoredPipelines(PipelineStore store) {
    this.store = store;
  }

  @Override
  public boolean has(ProjectKey project, String pipelineId) {
    return store.newest(pipelineId).filter(found -> found.project().equals(project)).isPresent();
  }
}

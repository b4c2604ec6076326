package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/** Looks pipelines up. */
public interface Pipelines {

  /** Its newest version. */
  Optional<PipelineView> find(String id);

  /**
   * @throws Refusal {@code not-found}
   */
  PipelineView get(String id, int version);

  /** Newest versions, sorted by name. */
  List<PipelineView> ofProject(ProjectKey project);
}

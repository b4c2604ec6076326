package io.tyto.server.projects;

import io.tyto.server.kernel.ProjectKey;

/** Tells whether a project has a pipeline; implemented by whoever keeps pipelines. */
public interface KnownPipelines {

  boolean has(ProjectKey project, String pipelineId);
}

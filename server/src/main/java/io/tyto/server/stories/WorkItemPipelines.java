package io.tyto.server.stories;

import io.tyto.server.kernel.ProjectKey;

/** Tells whether a pipeline may be chosen; implemented by pipelines. */
public interface WorkItemPipelines {

  boolean exists(ProjectKey project, String pipelineId);
}

package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.ProjectKey;

/**
 * One version of a pipeline.
 *
 * @param version grows with every change; runs pin one
 * @param yaml as its author wrote it, comments included; written from the definition when it came
 *     as JSON
 */
public record PipelineView(
    String id, ProjectKey project, int version, PipelineDefinition definition, String yaml) {}

package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * One version of a pipeline.
 *
 * @param version grows with every change; runs pin one
 * @param yaml as its author wrote it, comments included; written from the definition when it came
 *     as JSON
 */
public record PipelineView(
    String id, ProjectKey project, int version, PipelineDefinition definition, String yaml) {

  /** The same version as a change of that type goes through it, the usual one when it is null. */
  public PipelineView under(@Nullable ChangeType type) {
    PipelineDefinition through = definition.under(type == null ? definition.usual() : type);
    return new PipelineView(id, project, version, through, yaml);
  }
}

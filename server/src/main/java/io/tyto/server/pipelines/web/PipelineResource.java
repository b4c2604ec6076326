package io.tyto.server.pipelines.web;

import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.PipelineWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline in JSON: the members of the pipeline itself, and around them what the server knows.
 *
 * @param stages in the shape of {@code GET /pipelines/schema}
 * @param yaml the same pipeline as YAML, with the comments of its author
 */
public record PipelineResource(
    String id,
    String project,
    int version,
    String name,
    @Nullable String description,
    List<?> stages,
    String yaml,
    List<String> warnings) {

  static PipelineResource of(PipelineView pipeline, List<String> warnings) {
    PipelineDefinition definition = pipeline.definition();
    Map<String, Object> tree = PipelineWriter.tree(definition);
    return new PipelineResource(
        pipeline.id(),
        pipeline.project().value(),
        pipeline.version(),
        definition.name(),
        definition.description(),
        (List<?>) tree.getOrDefault("stages", List.of()),
        pipeline.yaml(),
        warnings);
  }
}

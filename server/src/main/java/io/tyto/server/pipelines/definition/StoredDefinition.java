package io.tyto.server.pipelines.definition;

import java.util.ArrayList;

/** Reads back what was stored; it was checked when it was written and is not judged again. */
final class StoredDefinition {

  private StoredDefinition() {}

  static PipelineDefinition read(String json) {
    return new DefinitionTree(SourceText.json(json), new ArrayList<>()).pipeline();
  }
}

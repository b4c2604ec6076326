package io.tyto.server.pipelines.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Pipelines to start from; a project's rules judge them when they are saved. */
public final class PipelineTemplates {
  private static final List<String> NAMES = List.of("integration-suite-standard", "abap-standard");

  private PipelineTemplates() {}

  public static List<Template> all() {
    return NAMES.stream().map(PipelineTemplates::load).toList();
  }

  private static Template load(String name) {
    String path = "/pipelines/templates/" + name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(PipelineTemplates.class.getResourceAsStream(path))) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      PipelineDefinition definition =
          new DefinitionTree(SourceText.yaml(yaml), new ArrayList<>()).pipeline();
      return new Template(name, Objects.requireNonNullElse(definition.description(), ""), yaml);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /**
   * @param yaml ready to be edited and saved
   */
  public record Template(String name, String description, String yaml) {}
}

package io.tyto.server.pipelines.definition;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns text into a definition: syntax, then schema, then the rules a schema cannot say. */
@Component
public class PipelineReader {
  private static final int MOST_ERRORS = 50;

  private final String schemaText;
  private final Schema schema;
  private final PipelineRules rules;

  PipelineReader(PipelineRules rules) {
    this.rules = rules;
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/pipelines/schema.json"))) {
      this.schemaText = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText, InputFormat.JSON);
  }

  /** The JSON Schema a pipeline obeys; JSON text. */
  public String schema() {
    return schemaText;
  }

  /**
   * @throws Refusal {@code broken-syntax} or {@code invalid-pipeline}, each error with its place
   */
  public PipelineDefinition json(ProjectKey project, String text) {
    return read(project, SourceText.json(text));
  }

  /** As {@link #json}, from YAML. */
  public PipelineDefinition yaml(ProjectKey project, String text) {
    return read(project, SourceText.yaml(text));
  }

  private PipelineDefinition read(ProjectKey project, SourceText source) {
    refuse(schema.validate(source.tree()).stream().map(error -> located(source, error)).toList());
    List<FieldError> errors = new ArrayList<>();
    PipelineDefinition definition = new DefinitionTree(source, errors).pipeline();
    refuse(errors);
    rules.check(project, definition, source, errors);
    refuse(errors);
    return definition;
  }

  private static FieldError located(SourceText source, Error error) {
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      Object part = error.getInstanceLocation().getElement(i);
      if (part instanceof Number) {
        field.append('[').append(part).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(part);
      }
    }
    String path = field.toString();
    if ("additionalProperties".equals(error.getKeyword()) && error.getProperty() != null) {
      path = path.isEmpty() ? error.getProperty() : path + "." + error.getProperty();
    }
    return source.error(path, PipelineRefusal.INVALID_PIPELINE.code(), error.getMessage());
  }

  private static void refuse(List<FieldError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    FieldError first = errors.getFirst();
    String where =
        first.line() == null
            ? first.field()
            : "Line %d, column %d, %s".formatted(first.line(), first.column(), first.field());
    throw new Refusal(
        PipelineRefusal.INVALID_PIPELINE,
        where + ": " + first.message(),
        errors.stream().limit(MOST_ERRORS).toList(),
        Map.of());
  }
}

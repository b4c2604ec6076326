package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A pipeline as a person wrote it, with the line and column of every part.
 *
 * <p>JSON is read by the YAML parser too where places are concerned: every JSON text is YAML.
 */
final class SourceText {
  private static final int LONGEST = 256 * 1024;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(0)
          .setCodePointLimit(LONGEST)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonNode tree;
  private final Map<String, Mark> places = new HashMap<>();

  private SourceText(JsonNode tree, Optional<Node> root) {
    this.tree = tree;
    root.ifPresent(node -> note("", node));
  }

  static SourceText json(String text) {
    return read(JSON, text);
  }

  static SourceText yaml(String text) {
    return read(YAML, text);
  }

  /** Jackson goes first: it limits how deep a text may nest. */
  private static SourceText read(ObjectMapper mapper, String text) {
    limit(text);
    try {
      JsonNode tree = mapper.readTree(text);
      return new SourceText(tree, new Compose(SETTINGS).composeString(text));
    } catch (JacksonException broken) {
      throw broken(broken);
    } catch (YamlEngineException broken) {
      throw broken(broken);
    }
  }

  JsonNode tree() {
    return tree;
  }

  /**
   * @param field as {@code stages[0].tasks[2].approve.by}; an unknown one is placed at its parent
   */
  FieldError error(String field, String code, String message) {
    Mark mark = place(field);
    return mark == null
        ? new FieldError(field, code, message)
        : new FieldError(field, code, message, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private @Nullable Mark place(String field) {
    String path = field;
    while (!path.isEmpty()) {
      Mark mark = places.get(path);
      if (mark != null) {
        return mark;
      }
      path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
    return places.get("");
  }

  private void note(String path, Node node) {
    node.getStartMark().ifPresent(mark -> places.putIfAbsent(path, mark));
    switch (node) {
      case MappingNode mapping -> mapping.getValue().forEach(tuple -> noteEntry(path, tuple));
      case SequenceNode sequence -> {
        int index = 0;
        for (Node item : sequence.getValue()) {
          note(path + "[" + index++ + "]", item);
        }
      }
      default -> {}
    }
  }

  private void noteEntry(String path, NodeTuple tuple) {
    if (tuple.getKeyNode() instanceof ScalarNode key) {
      String inner = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      key.getStartMark().ifPresent(mark -> places.put(inner, mark));
      note(inner, tuple.getValueNode());
    }
  }

  private static void limit(String text) {
    if (text.length() > LONGEST) {
      throw new Refusal(
          PipelineRefusal.INVALID_PIPELINE, "A pipeline may have at most 256 KB of text.");
    }
  }

  private static Refusal broken(YamlEngineException why) {
    if (why instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      return broken(marked.getProblem(), mark.getLine() + 1, mark.getColumn() + 1);
    }
    return broken(String.valueOf(why.getMessage()), 1, 1);
  }

  private static Refusal broken(JacksonException why) {
    return why.getCause() instanceof YamlEngineException cause
        ? broken(cause)
        : broken(
            why.getOriginalMessage(),
            Math.max(1, why.getLocation().getLineNr()),
            Math.max(1, why.getLocation().getColumnNr()));
  }

  private static Refusal broken(String problem, int line, int column) {
    String message = "Line %d, column %d: %s".formatted(line, column, problem);
    return new Refusal(
        PipelineRefusal.BROKEN_SYNTAX,
        message,
        List.of(new FieldError("", PipelineRefusal.BROKEN_SYNTAX.code(), problem, line, column)),
        Map.of("line", line, "column", column));
  }
}

package io.tyto.connector.cpi.wire;

import io.tyto.connector.kit.wire.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes text of the tenant's deploy error, which may hide JSON inside a string (facts: 1.6). */
final class ErrorInformation {
  private static final int LONGEST = 8_000;
  private static final int DEEPEST = 8;

  private ErrorInformation() {}

  static String readable(String body) {
    Set<String> lines = new LinkedHashSet<>();
    collect(body, lines, 0);
    String text = String.join("\n", lines);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }

  private static void collect(String text, Set<String> lines, int depth) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return;
    }
    boolean json = stripped.startsWith("{") || stripped.startsWith("[");
    if (json && depth < DEEPEST) {
      try {
        collect(Json.MAPPER.readTree(stripped), lines, depth);
        return;
      } catch (JacksonException notJson) {
        lines.add(stripped);
        return;
      }
    }
    lines.add(stripped);
  }

  private static void collect(JsonNode node, Set<String> lines, int depth) {
    if (depth >= DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, lines, depth + 1));
    } else if (node.isString()) {
      collect(node.asString(), lines, depth + 1);
    } else if (node.isObject()) {
      node.path("messageText").asStringOpt().ifPresent(text -> collect(text, lines, depth + 1));
      collect(node.path("message"), lines, depth + 1);
      collect(node.path("parameter"), lines, depth + 1);
      collect(node.path("parameters"), lines, depth + 1);
      collect(node.path("childMessageInstances"), lines, depth + 1);
      collect(node.path("childInstances"), lines, depth + 1);
    }
  }
}

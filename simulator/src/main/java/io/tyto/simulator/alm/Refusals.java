package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Errors of the REST services, always {@code {"message"}}, and the checks that lead to them. */
final class Refusals {
  private Refusals() {}

  static Answer of(int status, String message) {
    return Answer.json(status, Json.map("message", message));
  }

  static Answer bad(String message) {
    return of(400, message);
  }

  static Answer missing(String what, Object id) {
    return of(404, what + " with id " + id + " not found");
  }

  static UUID uuid(String name, @Nullable String text) {
    // UUID.fromString takes short forms that no service does.
    if (text != null && text.length() == 36) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw bad("Parameter '" + name + "' must be a valid UUID");
      }
    }
    throw bad("Parameter '" + name + "' must be a valid UUID");
  }

  static UUID pathId(Context ctx, String name) {
    return uuid(name, ctx.pathParam(name));
  }

  static ObjectNode body(Context ctx) {
    try {
      return Json.object(ctx);
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  /** A text that must be there and no longer than this. */
  static String text(ObjectNode body, String name, int longest) {
    JsonNode value = body.path(name);
    if (!value.isString() || value.asString().isBlank()) {
      throw bad("Field '" + name + "' is mandatory");
    }
    return fits(name, value.asString(), longest);
  }

  static String fits(String name, String text, int longest) {
    if (text.length() > longest) {
      throw bad("Field '" + name + "' must not be longer than " + longest + " characters");
    }
    return text;
  }
}

package io.tyto.simulator.core;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON on the wire of the simulated systems. */
public final class Json {
  public static final String TYPE = "application/json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Answers with this value; maps keep their order. */
  public static void answer(Context ctx, int status, Object value) {
    ctx.status(status).contentType(TYPE).result(bytes(value));
  }

  /**
   * The body as an object.
   *
   * @throws IllegalArgumentException when it is no JSON object
   */
  public static ObjectNode object(Context ctx) {
    if (parse(ctx) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("The body must be a JSON object");
  }

  /**
   * The body as any JSON value.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static JsonNode parse(Context ctx) {
    try {
      return MAPPER.readTree(ctx.bodyAsBytes());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The body is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** An ordered map from alternating keys and values; values may be null. */
  public static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}

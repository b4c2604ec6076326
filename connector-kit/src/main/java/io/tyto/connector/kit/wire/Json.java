package io.tyto.connector.kit.wire;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON of the outside; absent and null are alike, unknown fields are ignored. */
public final class Json {
  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * @throws FaultException MALFORMED when the body is not whole JSON
   */
  public static JsonNode read(HttpAnswer answer) {
    return tryRead(answer).orElseThrow(() -> broken(answer));
  }

  static FaultException broken(HttpAnswer answer) {
    return new FaultException(
        new Fault(
            Kind.MALFORMED,
            "The answer is not the JSON that was promised.",
            null,
            null,
            Faults.short500(Faults.plain(answer))));
  }

  public static Optional<JsonNode> tryRead(HttpAnswer answer) {
    try {
      JsonNode node = MAPPER.readTree(answer.body());
      return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The field as text, null when absent, null or a structure. */
  public static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }

  private Json() {}
}

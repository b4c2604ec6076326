package io.tyto.server.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A service key as it was pasted, an object or text; holds a secret and never shows itself. */
@Schema(type = "object", accessMode = Schema.AccessMode.WRITE_ONLY)
public final class ServiceKeyText {
  private final JsonNode json;

  private ServiceKeyText(JsonNode json) {
    this.json = json;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ServiceKeyText of(JsonNode json) {
    return new ServiceKeyText(json);
  }

  public boolean given() {
    boolean blank = json.isString() && json.stringValue().isBlank();
    return !json.isNull() && !json.isMissingNode() && !blank;
  }

  public <T> T lend(Function<JsonNode, T> to) {
    return to.apply(json);
  }

  @Override
  public String toString() {
    return "***";
  }
}

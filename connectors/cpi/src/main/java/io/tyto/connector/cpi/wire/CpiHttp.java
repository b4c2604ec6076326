package io.tyto.connector.cpi.wire;

import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls to one tenant, with its answers told apart once.
 *
 * <p>A bearer needs no CSRF token (facts: 1.1). Business errors come with 500 and are never
 * repeated here or anywhere.
 */
public final class CpiHttp {
  private static final String JSON_TYPE = "application/json";

  private final BoundHttp http;

  public CpiHttp(BoundHttp http) {
    this.http = http;
  }

  /** The answer as it is. */
  public HttpAnswer send(HttpCall call) {
    return http.send(call);
  }

  /** A reading call that must succeed. */
  public HttpAnswer read(HttpCall call) {
    HttpAnswer answer = http.send(call);
    if (!answer.isSuccess()) {
      throw new FaultException(CpiFaults.of(call, answer));
    }
    return answer;
  }

  /** A changing call that must succeed. */
  public HttpAnswer write(HttpCall call) {
    boolean asks = call.headers().containsKey("Accept");
    return read(asks ? call : call.accept(JSON_TYPE));
  }

  public JsonNode json(String path) {
    JsonNode answer = Json.read(read(HttpCall.get(path).accept(JSON_TYPE)));
    if (answer.path("d").isMissingNode()) {
      String message =
          "The answer is not that of a Cloud Integration tenant; check the API address.";
      throw new FaultException(Fault.of(Fault.Kind.MALFORMED, message));
    }
    return answer;
  }

  /** Empty when the entity is not there. */
  public Optional<JsonNode> find(String path) {
    try {
      return Optional.of(json(path));
    } catch (FaultException failed) {
      if (failed.fault().kind() == Fault.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  public ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  public HttpCall body(HttpCall call, ObjectNode body) {
    return call.body(JSON_TYPE, Json.MAPPER.writeValueAsBytes(body));
  }
}

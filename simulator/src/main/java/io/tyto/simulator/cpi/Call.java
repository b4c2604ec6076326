package io.tyto.simulator.cpi;

import io.javalin.http.Context;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.cpi.content.CpiRefusal;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One authorised request to the service. */
record Call(Context ctx, ODataPath path, String user) {
  String verb() {
    return ctx.method().toString();
  }

  boolean is(String verb) {
    return verb().equals(verb);
  }

  /** A parameter of a function import, without its quotes. */
  String argument(String name) {
    String value = ctx.queryParam(name);
    if (value == null || value.isEmpty()) {
      throw CpiRefusal.badRequest("Missing parameter '" + name + "'.");
    }
    return ODataPath.literal(value);
  }

  Optional<Integer> number(String option) {
    String value = ctx.queryParam(option);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.matches("\\d{1,9}")) {
      throw CpiRefusal.badRequest("Invalid value '" + value + "' for " + option + ".");
    }
    return Optional.of(Integer.parseInt(value));
  }

  ObjectNode body() {
    try {
      return Json.object(ctx);
    } catch (IllegalArgumentException e) {
      throw CpiRefusal.badRequest("The request body is not valid JSON.");
    }
  }

  static String text(ObjectNode body, String name) {
    JsonNode value = body.path(name);
    return value.isString() ? value.stringValue() : "";
  }

  static Optional<byte[]> base64(ObjectNode body, String name) {
    String text = text(body, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw CpiRefusal.badRequest("Property '" + name + "' is not Base64.");
    }
  }

  String serviceRoot() {
    return ctx.scheme() + "://" + ctx.host() + CpiTenant.ROOT;
  }

  CpiRefusal notImplemented() {
    return CpiRefusal.of(501, "Not implemented");
  }
}

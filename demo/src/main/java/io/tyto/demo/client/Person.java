package io.tyto.demo.client;

import io.tyto.demo.tell.DemoFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who is signed in and may press every button that his roles give him. */
public final class Person {
  private static final String BASE = "/api/v1";

  private final String name;
  private final String password;
  private final Wire wire;

  private Person(String name, String password, Wire wire) {
    this.name = name;
    this.password = password;
    this.wire = wire;
  }

  /** Signs in as a browser does: reads the CSRF cookie first and sends it back. */
  public static Person signIn(String server, String name, String password) {
    Person person = new Person(name, password, new Wire(server));
    person.send("GET", "/session", null, Map.of()).expect(200);
    person
        .send("POST", "/session", Map.of("username", name, "password", password), Map.of())
        .expect(200);
    return person;
  }

  public String name() {
    return name;
  }

  public String password() {
    return password;
  }

  public JsonNode get(String path) {
    return send("GET", path, null, Map.of()).expect(200).json();
  }

  public byte[] download(String path) {
    return send("GET", path, null, Map.of()).expect(200).body();
  }

  public Reply send(String method, String path) {
    return send(method, path, null, Map.of());
  }

  public JsonNode post(String path, @Nullable Object body) {
    return send("POST", path, body, Map.of()).expect(200, 201, 202).json();
  }

  /** For calls whose success has several meanings. */
  public Reply tryPost(String path, @Nullable Object body) {
    return send("POST", path, body, Map.of());
  }

  public JsonNode postYaml(String path, String yaml) {
    return send("POST", path, yaml, Map.of("Content-Type", "application/yaml")).expect(201).json();
  }

  public JsonNode put(String path, Object body) {
    return send("PUT", path, body, Map.of()).expect(200).json();
  }

  /** Reads the version first and changes that one. */
  public JsonNode patch(String path, Object body) {
    String version = get(path).path("version").asString();
    return send("PATCH", path, body, Map.of("If-Match", "\"" + version + "\"")).expect(200).json();
  }

  /** Reads a list to its end. */
  public List<JsonNode> list(String path) {
    List<JsonNode> items = new ArrayList<>();
    String mark = path.contains("?") ? "&" : "?";
    @Nullable String cursor = null;
    do {
      String next = cursor == null ? path : path + mark + "cursor=" + cursor;
      JsonNode page = get(next);
      if (!page.path("items").isArray()) {
        throw new DemoFailure("GET " + next + " answered no list: " + page);
      }
      page.path("items").forEach(items::add);
      cursor = page.path("nextCursor").isString() ? page.path("nextCursor").asString() : null;
    } while (cursor != null);
    return items;
  }

  private Reply send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    if (!method.equals("GET")) {
      wire.cookie("XSRF-TOKEN").ifPresent(token -> all.put("X-XSRF-TOKEN", token));
    }
    Reply reply = wire.send(method, BASE + path, body, all);
    return new Reply(reply.call() + " as " + name, reply.status(), reply.body());
  }
}

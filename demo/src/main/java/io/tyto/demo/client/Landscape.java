package io.tyto.demo.client;

import io.tyto.demo.tell.DemoFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The control port of the simulated landscape: what people do there, and what was really done. */
public final class Landscape {
  private final Wire wire;
  private final JsonNode systems;

  private Landscape(Wire wire, JsonNode systems) {
    this.wire = wire;
    this.systems = systems;
  }

  public static Landscape at(String controlUrl) {
    Wire wire = new Wire(controlUrl);
    JsonNode found =
        wire.send("GET", "/control/landscape", null, Map.of()).expect(200).json().path("systems");
    return new Landscape(wire, found);
  }

  /** Address and sign-in of a system, for example {@code cpi-dev}. */
  public JsonNode system(String id) {
    for (JsonNode system : systems) {
      if (system.path("id").asString().equals(id)) {
        return system;
      }
    }
    throw new DemoFailure("The simulated landscape has no system " + id + ".");
  }

  public int size() {
    return systems.size();
  }

  /** What was really done to a system since it started, in order. */
  public List<JsonNode> ledger(String id) {
    List<JsonNode> entries = new ArrayList<>();
    wire.send("GET", "/control/systems/" + id + "/ledger", null, Map.of())
        .expect(200)
        .json()
        .path("items")
        .forEach(entries::add);
    return entries;
  }

  /** Subjects of one kind of deed, in order, for example all {@code import}s. */
  public List<String> done(String id, String action) {
    return ledger(id).stream()
        .filter(entry -> entry.path("action").asString().equals(action))
        .map(entry -> entry.path("subject").asString())
        .toList();
  }
}

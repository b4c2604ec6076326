package io.tyto.server.landscape.web;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads landscapes: {@code {"items":[{"name","environments":[ids]}]}}, or the bare list, and in it
 * bare chains of ids. A chain without a name is called after its environments.
 */
record LandscapeList(List<Environments.Used> used) {

  List<Landscape> read(JsonNode body) {
    JsonNode list = body.isArray() ? body : body.path(body.has("items") ? "items" : "landscapes");
    if (!list.isArray()) {
      throw Refusal.at("items", GeneralRefusal.INVALID, "items must be a list of landscapes.");
    }
    List<Landscape> landscapes = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      landscapes.add(landscape(list.get(i), "items[" + i + "]"));
    }
    return landscapes;
  }

  private Landscape landscape(JsonNode item, String at) {
    JsonNode chain =
        item.isArray()
            ? item
            : item.path(item.has("environments") ? "environments" : "environmentIds");
    List<EnvironmentId> ids = new ArrayList<>();
    for (JsonNode id : chain) {
      JsonNode text = id.isObject() ? id.path("id") : id;
      if (!text.isString()) {
        throw Refusal.at(
            at + ".environments", GeneralRefusal.INVALID, "A landscape lists environment ids.");
      }
      ids.add(new EnvironmentId(text.stringValue()));
    }
    String name = item.path("name").asString("").strip();
    return new Landscape(name.isEmpty() ? named(ids) : name, ids);
  }

  private String named(List<EnvironmentId> ids) {
    String names =
        ids.stream()
            .map(id ->
                used.stream()
                    .map(Environments.Used::environment)
                    .filter(one -> one.id().equals(id))
                    .map(one -> one.name())
                    .findFirst()
                    .orElse("?"))
            .collect(Collectors.joining(" - "));
    return names.isEmpty() ? "Landscape" : names.substring(0, Math.min(100, names.length()));
  }
}

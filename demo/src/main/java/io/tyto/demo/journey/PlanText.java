package io.tyto.demo.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A promotion plan in lines to read. */
record PlanText(JsonNode plan) {

  /** A line a stage. */
  List<String> tasks() {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    for (JsonNode task : plan.path("tasks")) {
      stages
          .computeIfAbsent(task.path("stage").asString(), stage -> new ArrayList<>())
          .add(task.path("name").asString());
    }
    return stages.entrySet().stream()
        .map(stage -> stage.getKey() + ": " + String.join(" > ", stage.getValue()))
        .toList();
  }

  /** A line for what changes in a target: version from and to, or an import. */
  List<String> changes() {
    List<String> lines = new ArrayList<>();
    for (JsonNode change : plan.path("changes")) {
      lines.add(
          "%s: %s %s > %s"
              .formatted(
                  change.path("environment").asString(),
                  change.path("externalId").asString(),
                  change.path("from").asString("not there"),
                  change.path("to").asString("imported")));
    }
    return lines;
  }

  /** A line a gate of that verdict. */
  List<String> gates(String verdict) {
    List<String> lines = new ArrayList<>();
    for (JsonNode gate : plan.path("gates")) {
      if (gate.path("verdict").asString().equals(verdict)) {
        lines.add(
            "%s %s: %s"
                .formatted(
                    verdict, gate.path("code").asString(), gate.path("message").asString("")));
      }
    }
    return lines;
  }
}

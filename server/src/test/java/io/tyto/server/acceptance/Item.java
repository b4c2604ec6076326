package io.tyto.server.acceptance;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A work item and what people do with it.
 *
 * @param uuid in Cloud ALM
 */
record Item(Rollout rollout, String id, UUID uuid) {

  String path(String rest) {
    return rollout.path("/work-items/" + id + rest);
  }

  /** As {@code GET} answers it. */
  JsonNode row() {
    return rollout.developer().api().get(path("")).expect(200).json();
  }

  /** {@code QA - FAILED}, as the page shows it. */
  String stageAndStatus() {
    JsonNode row = row();
    return row.path("pipelineStage").asString("") + " - " + row.path("pipelineStatus").asString("");
  }

  Answer edit(Map<String, Object> fields) {
    return rollout.developer().api().patch(path(""), row().path("version").asInt(), fields);
  }

  Answer attach(Map<String, ?> deliverable) {
    return rollout.developer().api().post(path("/deliverables"), deliverable);
  }

  /** Attaches the version that DEV has now. */
  Answer attachFlow(String artifact) {
    return attachFlowAgain(artifact).expect(201);
  }

  /** The same, whatever the answer. */
  Answer attachFlowAgain(String artifact) {
    return attach(
        Map.of(
            "kind",
            "cpi-artifact",
            "environmentId",
            rollout.estate().environment("cpi-dev").id(),
            "externalId",
            artifact));
  }

  Answer attachTransport(String number) {
    return attach(
            Map.of(
                "kind",
                "transport",
                "environmentId",
                rollout.estate().environment("abap-dev").id(),
                "externalId",
                number))
        .expect(201);
  }

  Answer plan(Person person) {
    return person.api().get(path("/promotion-plan"));
  }

  Answer plan() {
    return plan(rollout.developer()).expect(200);
  }

  /** Presses Promote with what the plan shows, as the page does. */
  Answer promote(Person person) {
    JsonNode plan = plan(person).expect(200).json();
    Map<String, Object> order = new HashMap<>();
    order.put("candidate", plan.path("candidate").asInt());
    if (plan.path("continues").isObject()) {
      order.put("continues", plan.path("continues"));
    }
    return promote(person, order);
  }

  Answer promote(Person person, Map<String, Object> order) {
    return person.api().post(path("/promotions"), order);
  }

  /** The verdict of one gate in the plan, as {@code code}, {@code verdict}, {@code message}. */
  JsonNode gate(String code) {
    for (JsonNode gate : plan().json().path("gates")) {
      if (gate.path("code").asString().equals(code)) {
        return gate;
      }
    }
    throw new AssertionError("No gate " + code);
  }

  /** The developer promotes and follows the run. */
  Journey start() {
    return new Journey(rollout, promote(rollout.developer()).expect(201).id());
  }
}

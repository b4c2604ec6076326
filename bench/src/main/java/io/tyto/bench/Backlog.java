package io.tyto.bench;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A project of Cloud ALM full of work items, linked to a project of Tyto. */
final class Backlog {
  static final String KEY = "BENCH";
  static final String PROJECT = "/api/v1/projects/" + KEY;

  private final Bed bed;

  Backlog(Bed bed) {
    this.bed = bed;
  }

  /** The id of the project in Cloud ALM. */
  String link(int features, int stories) {
    bed.control.send("PUT", "/control/systems/alm/switches", Map.of("rate-limit", "0"));
    String external =
        bed.control.post("/control/alm/projects", Map.of("name", "Bench")).path("id").asString();
    bed.control.post(
        "/control/alm/generate",
        Map.of("features", features, "stories", stories, "project", external));
    String credential = credential();
    bed.tyto.post("/api/v1/projects", Map.of("key", KEY, "name", "Bench"));
    bed.tyto.post(
        PROJECT + "/alm-integrations",
        Map.of(
            "name",
            "Bench",
            "externalSystem",
            "sap-cloud-alm",
            "credentialId",
            credential,
            "hostUrl",
            bed.alm.path("url").asString(),
            "externalProjectId",
            external));
    return external;
  }

  private String credential() {
    JsonNode uaa = bed.alm.path("serviceKey").path("uaa");
    return bed.tyto
        .post(
            "/api/v1/credentials",
            Map.of(
                "name",
                "Bench",
                "type",
                "sap-cloud-alm",
                "scope",
                "GLOBAL",
                "clientId",
                uaa.path("clientid").asString(),
                "clientSecret",
                uaa.path("clientsecret").asString(),
                "tokenUrl",
                uaa.path("url").asString() + "/oauth/token"))
        .path("id")
        .asString();
  }

  /** Ends with the sync, which must be completed. */
  JsonNode sync(String mode) {
    String id = bed.tyto.post(PROJECT + "/syncs", Map.of("mode", mode)).path("id").asString();
    JsonNode sync = bed.tyto.get(PROJECT + "/syncs/" + id);
    while (sync.path("state").asString().equals("RUNNING")) {
      pause(1000);
      sync = bed.tyto.get(PROJECT + "/syncs/" + id);
    }
    if (!sync.path("state").asString().equals("COMPLETED")) {
      throw new BenchException("A sync failed: " + sync);
    }
    System.err.println(mode + " " + sync.path("counts"));
    return sync;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}

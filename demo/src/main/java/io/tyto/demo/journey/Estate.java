package io.tyto.demo.journey;

import io.tyto.demo.client.Landscape;
import io.tyto.demo.client.Person;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Credentials and environments as registered in Tyto, by name.
 *
 * @param almCredential id of Cloud ALM's credential
 * @param environments ids by environment name
 */
record Estate(String almCredential, Map<String, String> environments) {
  static final String ABAP_SOURCE = "S4-DEV";
  static final String CPI_SOURCE = "CPI-DEV";
  private static final List<Planned> PLAN =
      List.of(
          new Planned("CPI-DEV", "cpi-dev", "DEVELOPMENT"),
          new Planned("CPI-QA", "cpi-qa", "QUALITY"),
          new Planned("CPI-PROD", "cpi-prod", "PRODUCTION"),
          new Planned(ABAP_SOURCE, "abap-dev", "DEVELOPMENT"),
          new Planned("S4-QAS", "abap-qas", "QUALITY"),
          new Planned("S4-PRD", "abap-prd", "PRODUCTION"));

  private record Planned(String name, String system, String type) {}

  static Estate register(Person admin, Landscape landscape, Narrator narrator) {
    JsonNode alm = landscape.system("alm");
    String almCredential =
        admin
            .post(
                "/credentials",
                Map.of(
                    "name",
                    "Cloud ALM",
                    "type",
                    "sap-cloud-alm",
                    "scope",
                    "GLOBAL",
                    "serviceKey",
                    alm.path("serviceKey")))
            .path("id")
            .asString();
    narrator.step("Registered the credential for Cloud ALM by pasting its service key");
    probes(admin.post("/credentials/" + almCredential + "/check", Map.of()), narrator);
    Map<String, String> environments = new LinkedHashMap<>();
    PLAN.forEach(plan -> environments.put(plan.name(), environment(admin, landscape, plan)));
    narrator.step(
        "Registered credentials and environments: " + String.join(", ", environments.keySet()));
    environments.forEach((name, id) -> checked(admin, name, id));
    narrator.seen("each of them answers its connection check");
    return new Estate(almCredential, Map.copyOf(environments));
  }

  private static String environment(Person admin, Landscape landscape, Planned plan) {
    JsonNode system = landscape.system(plan.system());
    boolean abap = system.path("kind").asString().equals("abap");
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("name", plan.name());
    environment.put("connector", abap ? "abap" : "cpi");
    environment.put("type", plan.type());
    // Production is PLAN_ONLY unless somebody says otherwise.
    environment.put("mode", "LIVE");
    environment.put("settings", abap ? abapSettings(system) : Map.of());
    environment.put("credentialId", credential(admin, plan.name(), system, abap));
    return admin.post("/environments", environment).path("id").asString();
  }

  private static String credential(Person admin, String name, JsonNode system, boolean abap) {
    Map<String, Object> credential = new LinkedHashMap<>();
    credential.put("name", name);
    credential.put("type", abap ? "basic" : "sap-cpi");
    credential.put("scope", "GLOBAL");
    if (abap) {
      credential.put("username", system.path("username").asString());
      credential.put("password", system.path("password").asString());
    } else {
      credential.put("serviceKey", system.path("serviceKey"));
    }
    return admin.post("/credentials", credential).path("id").asString();
  }

  private static Map<String, Object> abapSettings(JsonNode system) {
    return Map.of(
        "url", system.path("url").asString(),
        "client", system.path("client").asString(),
        "systemId", system.path("systemId").asString(),
        "importVia", "soap-rfc");
  }

  private static void checked(Person admin, String name, String id) {
    JsonNode report = admin.post("/environments/" + id + "/check", Map.of());
    for (JsonNode probe : report.path("probes")) {
      if (probe.path("outcome").asString().equals("FAILED")) {
        throw new DemoFailure("The check of " + name + " failed: " + probe);
      }
    }
  }

  private static void probes(JsonNode report, Narrator narrator) {
    for (JsonNode probe : report.path("probes")) {
      narrator.seen(
          "%s: %s %s"
              .formatted(
                  probe.path("name").asString(),
                  probe.path("outcome").asString(),
                  probe.path("message").asString("")));
      if (probe.path("outcome").asString().equals("FAILED")) {
        throw new DemoFailure("The check of the credential for Cloud ALM failed: " + probe);
      }
    }
  }

  String id(String environment) {
    String id = environments.get(environment);
    if (id == null) {
      throw new DemoFailure("The demo knows no environment " + environment + ".");
    }
    return id;
  }
}

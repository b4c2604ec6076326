package io.tyto.server.acceptance;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials and environments of the simulated systems, as an administrator registers them with
 * what {@code GET /control/landscape} names.
 *
 * @param almCredential id of Cloud ALM's credential
 * @param environments by system id
 */
record Estate(String almCredential, Map<String, Registered> environments) {
  static final List<String> CPI = List.of("cpi-dev", "cpi-qa", "cpi-prod");
  static final List<String> ABAP = List.of("abap-dev", "abap-qas", "abap-prd");

  /** An environment as registered. */
  record Registered(String id, String name) {}

  static Estate register(Tyto tyto, String suffix) {
    Map<String, JsonNode> systems = systems(tyto);
    String alm =
        credential(
            tyto,
            Map.of(
                "type", "sap-cloud-alm", "serviceKey", system(systems, "alm").path("serviceKey")));
    Map<String, Registered> environments = new HashMap<>();
    for (String id : CPI) {
      Map<String, Object> key =
          Map.of("type", "sap-cpi", "serviceKey", system(systems, id).path("serviceKey"));
      environments.put(id, environment(tyto, id, suffix, credential(tyto, key), Map.of()));
    }
    for (String id : ABAP) {
      JsonNode system = system(systems, id);
      Map<String, Object> basic =
          Map.of(
              "type", "basic",
              "username", system.path("username").asString(),
              "password", system.path("password").asString());
      Map<String, Object> settings =
          Map.of(
              "url", system.path("url").asString(),
              "client", system.path("client").asString(),
              "systemId", system.path("systemId").asString(),
              "importVia", "soap-rfc");
      environments.put(id, environment(tyto, id, suffix, credential(tyto, basic), settings));
    }
    return new Estate(alm, Map.copyOf(environments));
  }

  /** All systems of {@code GET /control/landscape} by id. */
  static Map<String, JsonNode> systems(Tyto tyto) {
    Map<String, JsonNode> systems = new HashMap<>();
    JsonNode landscape = Control.of(tyto).get("/control/landscape");
    landscape.path("systems").forEach(one -> systems.put(one.path("id").asString(), one));
    return systems;
  }

  static JsonNode system(Map<String, JsonNode> systems, String id) {
    return systems.getOrDefault(id, JsonMapper.shared().createObjectNode());
  }

  Registered environment(String system) {
    Registered found = environments.get(system);
    if (found == null) {
      throw new IllegalArgumentException("No environment of " + system);
    }
    return found;
  }

  /**
   * @param values everything but name and scope, which is global
   */
  static String credential(Tyto tyto, Map<String, Object> values) {
    Map<String, Object> body = new HashMap<>(values);
    body.put("name", "credential " + UUID.randomUUID());
    body.putIfAbsent("scope", "GLOBAL");
    return tyto.admin().post("/credentials", body).expect(201).id();
  }

  private static Registered environment(
      Tyto tyto, String system, String suffix, String credential, Map<String, Object> settings) {
    String name = system.toUpperCase(Locale.ROOT) + "-" + suffix;
    Answer made =
        tyto.admin()
            .post(
                "/environments",
                Map.of(
                    "name",
                    name,
                    "connector",
                    system.startsWith("cpi") ? "cpi" : "abap",
                    "type",
                    type(system),
                    "mode",
                    "LIVE",
                    "settings",
                    settings,
                    "credentialId",
                    credential))
            .expect(201);
    return new Registered(made.id(), name);
  }

  private static String type(String system) {
    return switch (system.substring(system.indexOf('-') + 1)) {
      case "dev" -> "DEVELOPMENT";
      case "qa", "qas" -> "QUALITY";
      default -> "PRODUCTION";
    };
  }
}

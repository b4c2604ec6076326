package io.tyto.server.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TytoTest
class CredentialChecksTest {
  private final Tyto tyto;
  private final JdbcClient jdbc;
  private final Environment environment;

  CredentialChecksTest(Tyto tyto, JdbcClient jdbc, Environment environment) {
    this.tyto = tyto;
    this.jdbc = jdbc;
    this.environment = environment;
  }

  @Test
  void passesWithAGoodKeyOfEachSystem() {
    for (String system : List.of("alm", "cpi-dev")) {
      String type = system.equals("alm") ? "sap-cloud-alm" : "sap-cpi";
      String id = register(Map.of("type", type, "serviceKey", key(system))).id();
      List<String> outcomes = outcomes(check(id));
      assertThat(outcomes).as(system).first().isEqualTo("token PASSED");
      assertThat(outcomes)
          .as(system)
          .hasSizeGreaterThan(1)
          .noneMatch(one -> one.endsWith("FAILED"));
    }
  }

  @Test
  void namesTheTokenEndpointsOwnReason() {
    JsonNode uaa = key("alm").path("uaa");
    String id =
        register(
                Map.of(
                    "type",
                    "sap-cloud-alm",
                    "clientId",
                    uaa.path("clientid").asString(),
                    "clientSecret",
                    "planted-wrong",
                    "tokenUrl",
                    uaa.path("url").asString()))
            .id();
    Answer check = check(id);
    assertThat(outcomes(check)).containsExactly("token FAILED", "api SKIPPED");
    assertThat(check.get("probes", 0, "message")).contains("refused").doesNotContain("planted");
  }

  @Test
  void skipsTheApiOfSingleValues() {
    JsonNode uaa = key("alm").path("uaa");
    String id =
        register(
                Map.of(
                    "type", "sap-cloud-alm",
                    "clientId", uaa.path("clientid").asString(),
                    "clientSecret", uaa.path("clientsecret").asString(),
                    "tokenUrl", uaa.path("url").asString()))
            .id();
    Answer check = check(id);
    assertThat(outcomes(check)).containsExactly("token PASSED", "api SKIPPED");
    assertThat(check.get("probes", 1, "message"))
        .startsWith("Checked when the integration is added");
  }

  @Test
  void opensNoRowThatWasTamperedWithOrSwapped() {
    String one = register(Map.of("type", "sap-cpi", "serviceKey", key("cpi-dev"))).id();
    String other = register(Map.of("type", "sap-cpi", "serviceKey", key("cpi-qa"))).id();
    jdbc.sql(
            """
            update credential_secret t
            set kek_id = s.kek_id, wrapped_key = s.wrapped_key, ciphertext = s.ciphertext
            from credential_secret s where t.credential_id = :one and s.credential_id = :other
            """)
        .param("one", one)
        .param("other", other)
        .update();
    assertThat(outcomes(check(one))).containsExactly("secret FAILED");
    jdbc.sql(
            """
            update credential_secret set ciphertext = set_byte(ciphertext, 15, 255 - get_byte(ciphertext, 15))
            where credential_id = :other
            """)
        .param("other", other)
        .update();
    Answer check = check(other);
    assertThat(outcomes(check)).containsExactly("secret FAILED");
    assertThat(check.get("probes", 0, "message")).contains("Enter it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254",
        "https://169.254.169.254/latest/meta-data",
        "http://[fe80::1]",
        "http://[::ffff:169.254.169.254]",
        "http://[::ffff:127.0.0.1]:PORT",
        "http://0.0.0.0:PORT",
        "http://[::]:PORT",
        "http://127.0.0.1:PORT",
        "http://127.1:PORT",
        "http://localhost:PORT",
        "http://localhost.:PORT",
        "http://LOCALHOST:PORT",
        "http://[::1]:PORT",
        "http://127.0.0.1:DBPORT",
        "http://localhost:DBPORT",
        "https://100.100.100.200",
        "https://[fd00:ec2::254]",
        "http://10.0.0.1",
        "https://192.168.1.1",
        "https://[64:ff9b::7f00:1]",
        "https://[2002:7f00:1::]",
        "http://93.184.216.34"
      })
  void callsNoPlaceThePolicyForbids(String place) {
    String url =
        place
            .replace("DBPORT", databasePort())
            .replace("PORT", environment.getRequiredProperty("local.server.port"));
    Answer made =
        tyto.admin()
            .post(
                "/credentials",
                Map.of(
                    "name",
                    name(),
                    "type",
                    "sap-cpi",
                    "clientId",
                    "c",
                    "clientSecret",
                    "s",
                    "tokenUrl",
                    url + "/uaa"));
    if (made.status() == 400) {
      assertThat(made.get("errors", 0, "field")).isEqualTo("tokenUrl");
      return;
    }
    Answer check = check(made.expect(201).id());
    assertThat(outcomes(check)).containsExactly("token FAILED", "api SKIPPED");
    assertThat(check.get("probes", 0, "message"))
        .containsAnyOf(
            "not open", "belongs to this server", "https only", "never called", "unknown");
  }

  @Test
  void logsItsCallsWithoutSecrets() {
    String id = register(Map.of("type", "sap-cpi", "serviceKey", key("cpi-dev"))).id();
    check(id);
    List<String> lines =
        Tyto.eventually(
            () ->
                jdbc.sql("select t::text from connection_call t where credential_id = :id")
                    .param("id", id)
                    .query(String.class)
                    .list(),
            found -> !found.isEmpty());
    String secret = key("cpi-dev").path("oauth").path("clientsecret").asString();
    assertThat(lines).allSatisfy(line -> assertThat(line).contains("GET").doesNotContain(secret));
  }

  @Test
  void describesConnectorsToEverybodySignedIn() {
    Answer list = tyto.person().api().get("/connectors").expect(200);
    assertThat(list.items("id")).contains("sap-cloud-alm", "cpi", "abap");
    for (JsonNode item : list.json().path("items")) {
      assertThat(item.path("settingsSchema").path("type").asString()).isEqualTo("object");
      assertThat(item.path("capabilities").isEmpty()).isFalse();
    }
    tyto.anonymous().get("/connectors").expect(401);
  }

  private String databasePort() {
    String url = jdbc.sql("select inet_server_port()::text").query(String.class).single();
    return url;
  }

  private Answer check(String id) {
    return tyto.admin().post("/credentials/" + id + "/check", null).expect(200);
  }

  private static List<String> outcomes(Answer check) {
    return check
        .json()
        .path("probes")
        .valueStream()
        .map(probe -> probe.path("name").asString() + " " + probe.path("outcome").asString())
        .toList();
  }

  private Answer register(Map<String, Object> values) {
    Map<String, Object> body = new HashMap<>(values);
    body.put("name", name());
    return tyto.admin().post("/credentials", body).expect(201);
  }

  private JsonNode key(String system) {
    Object key =
        tyto.simulator().system(system).describe(tyto.simulator().url(system)).get("serviceKey");
    return JsonMapper.shared().valueToTree(key);
  }

  private static String name() {
    return "check-" + UUID.randomUUID();
  }
}

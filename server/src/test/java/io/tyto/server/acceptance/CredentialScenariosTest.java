package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scenarios 1 and 2. */
@TytoTest
class CredentialScenariosTest {
  private static final String WRONG = "planted-wrong-secret";

  private final Tyto tyto;

  CredentialScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void namesWhyTheTokenEndpointRefusesAWrongSecretAndLeaksNothing() {
    Answer made = tyto.admin().post("/credentials", almKey("GLOBAL", WRONG)).expect(201);
    Answer check = tyto.admin().post("/credentials/" + made.id() + "/check", null).expect(200);
    JsonNode token = check.json().path("probes").path(0);
    assertThat(token.path("outcome").asString()).isEqualTo("FAILED");
    assertThat(token.path("message").asString())
        .containsIgnoringCase("token")
        .matches("(?s).*(Bad credentials|invalid_client|unauthorized).*");
    assertThat(made.text() + check.text()).doesNotContain(WRONG);
    assertThat(tyto.admin().get("/credentials/" + made.id()).text()).doesNotContain(WRONG);
    assertThat(tyto.admin().get("/audit?limit=500").expect(200).text()).doesNotContain(WRONG);
  }

  @Test
  void keepsAPrivateCredentialFromAnotherAdministrator() {
    Person owner = tyto.person("admin");
    Person other = tyto.person("admin");
    Answer made = owner.api().post("/credentials", almKey("PRIVATE", WRONG)).expect(201);
    String path = "/credentials/" + made.id();
    assertThat(owner.api().get("/credentials?limit=500").items("id")).contains(made.id());
    assertThat(other.api().get("/credentials?limit=500").items("id")).doesNotContain(made.id());
    other.api().get(path).refused(404, "not-found");
    other.api().post(path + "/check", null).refused(404, "not-found");
    other.api().patch(path, made.version(), Map.of("name", "mine")).refused(404, "not-found");
    other.api().delete(path).refused(404, "not-found");
  }

  private Map<String, Object> almKey(String scope, String secret) {
    JsonNode uaa = Estate.system(Estate.systems(tyto), "alm").path("serviceKey").path("uaa");
    Map<String, Object> key = new HashMap<>();
    key.put("name", "Cloud ALM " + UUID.randomUUID());
    key.put("type", "sap-cloud-alm");
    key.put("scope", scope);
    key.put("clientId", uaa.path("clientid").asString());
    key.put("clientSecret", secret);
    key.put("tokenUrl", uaa.path("url").asString());
    return key;
  }
}

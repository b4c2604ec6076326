package io.tyto.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.simulator.alm.CloudAlm;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatorTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static Simulator simulator;
  private static Call control;
  private Call alm;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults());
    control = new Call(simulator.controlUrl());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void reset() throws Exception {
    assertThat(control.json("POST", "/control/reset", "").status()).isEqualTo(204);
    alm = new Call(simulator.url("alm"));
  }

  private void arm(String fault) throws Exception {
    assertThat(control.json("POST", "/control/systems/alm/faults", fault).status()).isEqualTo(204);
  }

  @Test
  void landscapePublishesServiceKeyThatWorks() throws Exception {
    JsonNode system = control.get("/control/landscape").json().at("/systems/0");
    JsonNode key = system.get("serviceKey");
    assertThat(key.at("/endpoints/Api").asString())
        .isEqualTo(system.get("url").asString() + "/api");
    Call host = new Call(key.at("/uaa/url").asString());
    host.basic(key.at("/uaa/clientid").asString(), key.at("/uaa/clientsecret").asString());
    JsonNode token = host.form("/oauth/token", GRANT).json();
    assertThat(token.get("token_type").asString()).isEqualTo("bearer");
    assertThat(token.get("access_token").asString().split("\\.")).hasSize(3);
  }

  @Test
  void givesTokensByBasicFormAndQuery() throws Exception {
    String client =
        "&client_id="
            + Call.encode(CloudAlm.CLIENT_ID)
            + "&client_secret="
            + CloudAlm.CLIENT_SECRET;
    assertThat(alm.form("/oauth/token", GRANT + client).status()).isEqualTo(200);
    assertThat(alm.get("/oauth/token?" + GRANT + client).status()).isEqualTo(200);
    alm.basic(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    assertThat(alm.form("/oauth/token", GRANT).status()).isEqualTo(200);
    assertThat(alm.get("/oauth/token?" + GRANT).status()).isEqualTo(200);
  }

  @Test
  void refusesWrongSecretAsXsuaaDoes() throws Exception {
    Call.Got got = alm.basic(CloudAlm.CLIENT_ID, "wrong").form("/oauth/token", GRANT);
    assertThat(got.status()).isEqualTo(401);
    assertThat(got.json().get("error").asString()).isEqualTo("unauthorized");
    assertThat(got.json().get("error_description").asString()).isEqualTo("Bad credentials");
    Call.Got other =
        alm.basic(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET)
            .form("/oauth/token", "grant_type=password");
    assertThat(other.json().get("error").asString()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void losesTheAnswerAfterTheWorkIsDone() throws Exception {
    arm("{\"kind\":\"answer-lost\",\"path\":\"POST /oauth/token\"}");
    alm.basic(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    assertThatThrownBy(() -> alm.form("/oauth/token", GRANT)).isInstanceOf(IOException.class);
    JsonNode requests = control.get("/control/systems/alm/requests").json().get("items");
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).get("status").asInt()).isEqualTo(200);
    assertThat(alm.form("/oauth/token", GRANT).status()).isEqualTo(200);
  }

  @Test
  void answersLateWhatIsDone() throws Exception {
    arm("{\"kind\":\"slow-answer\",\"path\":\"POST /oauth/token\",\"value\":\"2000\"}");
    alm.basic(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Call.Got> answer = caller.submit(() -> alm.form("/oauth/token", GRANT));
      int done = 0;
      while (done == 0 && System.nanoTime() < end) {
        JsonNode requests = control.get("/control/systems/alm/requests").json();
        done = requests.at("/items/0/status").asInt(0);
      }
      assertThat(done).isEqualTo(200);
      assertThat(answer.isDone()).isFalse();
      assertThat(answer.get().status()).isEqualTo(200);
    }
  }

  @Test
  void cutsTheConnectionBeforeOrWithinTheAnswer() throws Exception {
    alm.basic(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    for (String kind : new String[] {"unreachable", "truncated"}) {
      arm("{\"kind\":\"" + kind + "\",\"path\":\"token\"}");
      assertThatThrownBy(() -> alm.form("/oauth/token", GRANT)).isInstanceOf(IOException.class);
    }
    assertThat(alm.form("/oauth/token", GRANT).status()).isEqualTo(200);
  }

  @Test
  void strikesAsOftenAndAsLateAsArmed() throws Exception {
    arm(
        "{\"kind\":\"too-many-requests\",\"path\":\"GET"
            + " /x\",\"after\":1,\"times\":2,\"value\":\"7\"}");
    assertThat(alm.get("/x").status()).isEqualTo(404);
    assertThat(alm.get("/x").header("Retry-After")).isEqualTo("7");
    assertThat(alm.get("/y").status()).isEqualTo(404);
    assertThat(alm.get("/x").status()).isEqualTo(429);
    assertThat(alm.get("/x").status()).isEqualTo(404);
    arm("{\"kind\":\"bad-gateway\",\"path\":\"GET /x\"}");
    assertThat(alm.get("/x").status()).isEqualTo(502);
  }

  @Test
  void switchesRefuseUnknownNamesAndValues() throws Exception {
    String path = "/control/systems/alm/switches";
    assertThat(control.json("PUT", path, "{\"retry-after\":\"absent\"}").status()).isEqualTo(200);
    assertThat(control.get(path).json().get("retry-after").asString()).isEqualTo("absent");
    assertThat(control.json("PUT", path, "{\"retry-after\":\"maybe\"}").status()).isEqualTo(400);
    Call.Got unknown = control.json("PUT", path, "{\"nonsense\":1}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text()).contains("nonsense").contains("retry-after");
    assertThat(control.get("/control/systems/none/ledger").status()).isEqualTo(404);
    Call.Got fault = control.json("POST", "/control/systems/alm/faults", "{\"kind\":\"typo\"}");
    assertThat(fault.status()).isEqualTo(400);
    assertThat(fault.text()).contains("typo").contains("answer-lost");
  }

  @Test
  void movesTheClock() throws Exception {
    Call.Got moved = control.json("POST", "/control/clock", "{\"advance\":\"PT10M\"}");
    assertThat(moved.json().get("now").asString()).endsWith("Z");
    assertThat(simulator.clock().instant())
        .isAfter(java.time.Instant.now(java.time.Clock.systemUTC()).plusSeconds(590));
    assertThat(control.json("POST", "/control/clock", "{\"advance\":\"soon\"}").text())
        .contains("PT10M".toUpperCase(Locale.ROOT));
  }
}

package io.tyto.server.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Planted;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@TytoTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsStayInsideTest {
  private final Tyto tyto;
  private final JdbcClient jdbc;

  SecretsStayInsideTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  @Test
  void showsPlantedSecretsNowhere(CapturedOutput output) {
    List<String> secrets = new ArrayList<>();
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String secret = "Pl4nt&d/" + UUID.randomUUID();
      secrets.add(secret);
      Answer made = tyto.admin().post("/credentials", body(i, secret)).expect(201);
      String path = "/credentials/" + made.id();
      answers.append(made.text());
      answers.append(tyto.admin().post(path + "/check", null).expect(200).text());
      Map<String, Object> change = Map.of("name", "", "clientSecret", secret, "password", secret);
      answers.append(tyto.admin().patch(path, 1, change).text());
      answers.append(tyto.admin().patch(path, 7, change).text());
      answers.append(tyto.admin().send("POST", path, secret, r -> r).text());
      answers.append(tyto.admin().post("/credentials", "{\"clientSecret\":\"" + secret).text());
      answers.append(
          tyto.admin()
              .post("/credentials", "{\"name\":[\"" + secret + "\"],\"type\":\"basic\"}")
              .text());
      answers.append(tyto.admin().get(path).text());
    }
    answers.append(tyto.admin().get("/credentials?limit=500").text());
    String dump = Planted.dump(jdbc);
    assertThat(dump).contains("planted-");
    for (String secret : secrets) {
      for (String form : Planted.forms(secret)) {
        assertThat(answers.toString().contains(form)).as("answers hold %s", form).isFalse();
        assertThat(dump.contains(form)).as("the database holds %s", form).isFalse();
        assertThat(output.getAll().contains(form)).as("the log holds %s", form).isFalse();
      }
    }
  }

  private Map<String, Object> body(int i, String secret) {
    String name = "planted-" + UUID.randomUUID();
    String alm = tyto.simulator().url("alm");
    return switch (i % 4) {
      case 0 -> Map.of("name", name, "type", "basic", "username", "U", "password", secret);
      case 1 -> Map.of("name", name, "type", "token", "token", secret);
      case 2 ->
          Map.of(
              "name",
              name,
              "type",
              "sap-cpi",
              "clientId",
              "c",
              "clientSecret",
              secret,
              "tokenUrl",
              alm);
      default ->
          Map.of(
              "name",
              name,
              "type",
              "sap-cloud-alm",
              "serviceKey",
              Map.of(
                  "endpoints", Map.of("Api", alm + "/api"),
                  "uaa", Map.of("clientid", "c", "clientsecret", secret, "url", alm)));
    };
  }
}

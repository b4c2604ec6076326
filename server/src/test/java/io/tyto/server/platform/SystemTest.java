package io.tyto.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import org.junit.jupiter.api.Test;

@TytoTest
class SystemTest {
  private final Tyto tyto;

  SystemTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void answersPingsToAnybody() {
    assertThat(tyto.anonymous().get("/ping").expect(200).get("status")).isEqualTo("ok");
  }

  @Test
  void showsItselfToAuditors() {
    Answer answer = tyto.person("auditor").api().get("/system").expect(200);
    assertThat(answer.get("database", "version")).startsWith("1");
    assertThat(answer.get("nodes", 0, "alive")).isEqualTo("true");
    assertThat(answer.json().get("jobs").findValuesAsString("name")).contains("seal-audit");
    tyto.person().api().get("/system").refused(403, "forbidden");
  }

  @Test
  void sendsStrictHeaders() {
    Answer answer = tyto.anonymous().get("/ping");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void showsHealthToAnybodyAndFiguresToCollectorsOnThisMachine() {
    tyto.anonymous().get("//actuator/health").expect(200);
    tyto.anonymous().get("//actuator/prometheus").expect(200);
    tyto.anonymous()
        .send(
            "GET",
            "//actuator/prometheus",
            null,
            request -> request.header("X-Forwarded-For", "203.0.113.9"))
        .refused(401, "unauthenticated");
  }

  @Test
  void takesNoEndlessBodies() {
    String big = "{\"name\":\"" + "x".repeat(5 << 20) + "\"}";
    tyto.admin().post("/users", big).refused(413, "too-large");
  }

  @Test
  void saysNothingOfItsInsidesWhenItBreaks() {
    Answer answer = tyto.admin().get("/audit?from=yesterday").refused(400, "invalid");
    assertThat(answer.get("errors", 0, "field")).isEqualTo("from");
    assertThat(answer.text()).doesNotContain("java", "Exception");
  }
}

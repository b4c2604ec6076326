package io.tyto.connector.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.spi.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
  private static final String SECRET = "a/b&c\"ü9";

  private static String basic(String secret) {
    return "Basic " + Base64.getEncoder().encodeToString(utf8("U:" + secret));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String passedOn(int status, String said) {
    HttpAnswer answer = new HttpAnswer(status, Map.of(), utf8(said));
    return Echo.without(Echo.secretsOf(basic(SECRET)), answer).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET,
        "a%2Fb%26c%22%C3%BC9",
        "a\\/b&c\\\"ü9",
        "a/b&c\\\"ü9",
        "a/b&amp;c\"ü9",
        "YS9iJmMiw7w5",
        "612f62266322c3bc39",
        "612F62266322C3BC39"
      })
  void takesTheSecretOutInEveryForm(String form) {
    assertThat(passedOn(500, "No, " + form + " is wrong")).isEqualTo("No, *** is wrong");
  }

  @Test
  void takesThePairOfABasicSignInOutAndTheTokenOfABearer() {
    assertThat(passedOn(401, "Denied " + basic(SECRET))).isEqualTo("Denied Basic ***");
    HttpAnswer answer = new HttpAnswer(403, Map.of(), utf8("Bearer eyJ.x.y may not"));
    assertThat(Echo.without(Echo.secretsOf("Bearer eyJ.x.y"), answer).text())
        .isEqualTo("Bearer *** may not");
  }

  @Test
  void leavesASuccessAndOrdinaryWordsAlone() {
    assertThat(passedOn(200, SECRET)).isEqualTo(SECRET);
    HttpAnswer answer = new HttpAnswer(500, Map.of(), utf8("a pipe"));
    assertThat(Echo.without(List.of("p"), answer)).isSameAs(answer);
  }
}

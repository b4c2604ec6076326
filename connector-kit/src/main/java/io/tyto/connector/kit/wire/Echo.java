package io.tyto.connector.kit.wire;

import io.tyto.spi.HttpAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Takes secrets out of an answer that says no: some servers send back what they were sent, as it
 * was or in another form, and people are shown what a server said.
 */
public final class Echo {
  private static final String MASK = "***";

  /** Shorter ones would be found in ordinary words. */
  private static final int SHORTEST = 4;

  private static final String BASIC = "Basic ";

  /** A success is left alone: it may be content. */
  public static HttpAnswer without(Collection<String> secrets, HttpAnswer answer) {
    if (answer.status() < 400) {
      return answer;
    }
    String text = answer.text();
    String bare = text;
    for (String secret : secrets) {
      bare = without(secret, bare);
    }
    return bare.equals(text)
        ? answer
        : new HttpAnswer(answer.status(), answer.headers(), bare.getBytes(StandardCharsets.UTF_8));
  }

  /** What the value of an {@code Authorization} header gives away. */
  public static List<String> secretsOf(String authorization) {
    String value = authorization.substring(authorization.indexOf(' ') + 1);
    if (!authorization.startsWith(BASIC)) {
      return List.of(value);
    }
    String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    return List.of(value, pair.substring(pair.indexOf(':') + 1));
  }

  private static String without(String secret, String text) {
    return secret.length() < SHORTEST
        ? text
        : forms(secret).reduce(text, (bare, form) -> bare.replace(form, MASK));
  }

  /** The longest come first where one holds another. */
  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    return Stream.of(
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        secret.replace("\\", "\\\\").replace("/", "\\/").replace("\"", "\\\""),
        secret.replace("\\", "\\\\").replace("\"", "\\\""),
        secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
        secret.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"),
        base64,
        base64.replace('+', '-').replace('/', '_'),
        hex,
        hex.toUpperCase(Locale.ROOT),
        secret);
  }

  private Echo() {}
}

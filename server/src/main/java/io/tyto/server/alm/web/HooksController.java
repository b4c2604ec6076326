package io.tyto.server.alm.web;

import io.tyto.server.alm.AlmRefusal;
import io.tyto.server.alm.Hooks;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Webhooks of external systems. The token comes as {@code Authorization: Bearer}, as the password
 * of {@code Basic} with any user, or in {@code X-Tyto-Token}: destinations differ in what they can
 * send.
 */
@RestController
class HooksController {
  private static final int MOST = 256 * 1024;
  private final Hooks hooks;

  HooksController(Hooks hooks) {
    this.hooks = hooks;
  }

  @PostMapping("/hooks/alm/{integrationId}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(Permission.ANYONE)
  Map<String, String> receive(
      @PathVariable String integrationId,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestHeader(name = "X-Tyto-Token", required = false) @Nullable String plain,
      InputStream body)
      throws IOException {
    String token = plain == null ? token(authorization) : plain;
    byte[] bytes = body.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new Refusal(AlmRefusal.EVENT_TOO_LARGE, "An event has at most 256 KB.");
    }
    String outcome = hooks.receive(integrationId, token, bytes).name();
    return Map.of("outcome", outcome.toLowerCase(Locale.ROOT));
  }

  private static String token(@Nullable String authorization) {
    String text = authorization == null ? "" : authorization.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("bearer ")) {
      return text.substring("bearer ".length()).strip();
    }
    return lower.startsWith("basic ") ? password(text.substring("basic ".length()).strip()) : "";
  }

  private static String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException noBase64) {
      throw Refusal.at(
          "Authorization", GeneralRefusal.INVALID, "This is not Basic authentication.");
    }
  }
}

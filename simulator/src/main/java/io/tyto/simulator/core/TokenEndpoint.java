package io.tyto.simulator.core;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /oauth/token} of an XSUAA tenant: client credentials by Basic, by form or in the
 * query; tokens look like a JWT and mean nothing to anybody else (facts: Cloud ALM 1.3). There is
 * no refresh token in this grant.
 */
public final class TokenEndpoint {
  /** A technical user; its secret never leaves by {@code toString}. */
  public record Client(String id, String secret, Set<String> scopes) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  /** What a valid token allows. */
  public record Grant(String clientId, Set<String> scopes, Instant expires) {}

  private final Desk desk;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

  public TokenEndpoint(Desk desk) {
    this.desk = desk;
    desk.switches().declare("token-lifetime-seconds", "43199", "facts: Cloud ALM 1.3, grade B");
  }

  public TokenEndpoint client(Client client) {
    clients.put(client.id(), client);
    return this;
  }

  /** The grant of this request's bearer token, or null when there is none or it is over. */
  public @Nullable Grant grant(Context ctx) {
    String token = bearer(ctx);
    Grant grant = token == null ? null : tokens.get(token);
    return grant != null && grant.expires().isAfter(desk.clock().instant()) ? grant : null;
  }

  public void forget(Context ctx) {
    String token = bearer(ctx);
    if (token != null) {
      tokens.remove(token);
    }
  }

  public void reset() {
    tokens.clear();
  }

  /** Answers a token request; refusals are XSUAA's. */
  public void handle(Context ctx) {
    String[] credentials = credentials(ctx);
    if (credentials == null) {
      throw refusal(
          401, "unauthorized", "An Authentication object was not found in the SecurityContext");
    }
    Client client = clients.get(credentials[0]);
    if (client == null || !client.secret().equals(credentials[1])) {
      throw refusal(401, "unauthorized", "Bad credentials");
    }
    String grantType = parameter(ctx, "grant_type");
    if (!"client_credentials".equals(grantType)) {
      throw grantType == null
          ? refusal(400, "invalid_request", "Missing grant type")
          : refusal(400, "unsupported_grant_type", "Unsupported grant type: " + grantType);
    }
    issue(ctx, client);
  }

  private void issue(Context ctx, Client client) {
    int lifetime = desk.switches().number("token-lifetime-seconds");
    Instant now = desk.clock().instant();
    String jti = UUID.randomUUID().toString().replace("-", "");
    String token =
        part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
            + '.'
            + part("{\"jti\":\"" + jti + "\",\"exp\":" + (now.getEpochSecond() + lifetime) + "}")
            + '.'
            + part(UUID.randomUUID().toString());
    tokens.values().removeIf(grant -> grant.expires().isBefore(now));
    tokens.put(token, new Grant(client.id(), client.scopes(), now.plusSeconds(lifetime)));
    Json.answer(
        ctx,
        200,
        Json.map(
            "access_token",
            token,
            "token_type",
            "bearer",
            "expires_in",
            lifetime,
            "scope",
            String.join(" ", client.scopes()),
            "jti",
            jti));
  }

  private static String @Nullable [] credentials(Context ctx) {
    String header = ctx.header("Authorization");
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return basic(header.substring(6).trim());
    }
    String id = parameter(ctx, "client_id");
    String secret = parameter(ctx, "client_secret");
    return id == null || secret == null ? null : new String[] {id, secret};
  }

  private static String @Nullable [] basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) {
        return null;
      }
      String id = pair.substring(0, colon);
      String secret = pair.substring(colon + 1);
      // RFC 6749 2.3.1 wants both form-encoded before Base64; most clients do not bother.
      boolean escaped = id.contains("%21") || id.contains("%7C");
      return escaped ? new String[] {decode(id), decode(secret)} : new String[] {id, secret};
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String parameter(Context ctx, String name) {
    String form = ctx.formParam(name);
    return form != null ? form : ctx.queryParam(name);
  }

  private static @Nullable String bearer(Context ctx) {
    String header = ctx.header("Authorization");
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).trim()
        : null;
  }

  private static Answer refusal(int status, String error, String description) {
    return Answer.json(status, Json.map("error", error, "error_description", description));
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

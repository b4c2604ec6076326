package io.tyto.simulator.cpi;

import io.javalin.http.Context;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.TokenEndpoint;
import io.tyto.simulator.core.TokenEndpoint.Client;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who may call: a bearer needs no CSRF token, Basic does for every change (facts: targets 1.1). */
final class CpiAccess {
  private static final String CSRF = "X-CSRF-Token";
  private static final String SESSION = "JSESSIONID";
  private static final Set<String> ROLES =
      new LinkedHashSet<>(
          List.of(
              "WorkspacePackagesRead",
              "WorkspacePackagesEdit",
              "WorkspacePackagesConfigure",
              "WorkspaceArtifactsDeploy",
              "MonitoringDataRead",
              "MonitoringArtifactsDeploy"));

  private final Desk desk;
  private final TokenEndpoint tokens;
  private final Client client;
  private final Map<String, String> csrfTokens = new ConcurrentHashMap<>();

  CpiAccess(String tenant, Desk desk, TokenEndpoint tokens) {
    this.desk = desk;
    this.tokens = tokens;
    this.client =
        new Client("sb-" + tenant + "!b4711|it!b18631", "simulated-" + tenant + "-secret", ROLES);
    tokens.client(client);
  }

  void reset() {
    csrfTokens.clear();
  }

  /** The service key of plan {@code api}. */
  Map<String, @Nullable Object> serviceKey(String url) {
    return Json.map(
        "oauth",
        Json.map(
            "url",
            url,
            "tokenurl",
            url + "/oauth/token",
            "clientid",
            client.id(),
            "clientsecret",
            client.secret(),
            "createdate",
            "2026-01-15T08:00:00.000Z"));
  }

  /** Who calls; refuses with 401, or with 403 where a CSRF token is missing. */
  String user(Context ctx) {
    TokenEndpoint.Grant grant = tokens.grant(ctx);
    if (grant != null) {
      return grant.clientId();
    }
    var basic = ctx.basicAuthCredentials();
    if (basic == null
        || !client.id().equals(basic.getUsername())
        || !client.secret().equals(basic.getPassword())) {
      throw unauthorized();
    }
    csrf(ctx);
    return client.id();
  }

  static Answer unauthorized() {
    return Answer.json(
        401,
        Json.map(
            "error",
            "unauthorized",
            "error_description",
            "Full authentication is required to access this resource"));
  }

  void requireRole(Call call) {
    String needed = role(call);
    boolean lacking =
        Arrays.stream(desk.switches().text(CpiSwitch.MISSING_ROLES.wireName()).split(",", -1))
            .anyMatch(missing -> missing.trim().equals(needed));
    if (lacking) {
      Map<String, @Nullable Object> message = Json.map("lang", "en", "value", null);
      throw Answer.json(403, Json.map("error", Json.map("code", "Forbidden", "message", message)));
    }
  }

  private static String role(Call call) {
    String name = call.path().first();
    boolean reads = call.is("GET");
    if (name.startsWith("Deploy")) {
      return "WorkspaceArtifactsDeploy";
    }
    if (name.equals("IntegrationRuntimeArtifacts") && !reads) {
      return "MonitoringArtifactsDeploy";
    }
    boolean design = name.startsWith("IntegrationPackages") || name.contains("Designtime");
    if (!design) {
      return "MonitoringDataRead";
    }
    if (reads) {
      return "WorkspacePackagesRead";
    }
    boolean configures = call.path().continues("$links", "Configurations");
    return configures ? "WorkspacePackagesConfigure" : "WorkspacePackagesEdit";
  }

  private void csrf(Context ctx) {
    String sent = ctx.header(CSRF);
    boolean reads = ctx.method().toString().equals("GET");
    if (reads && "fetch".equalsIgnoreCase(sent)) {
      String session = UUID.randomUUID().toString();
      String token = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
      csrfTokens.put(session, token);
      ctx.header("Set-Cookie", SESSION + "=" + session + "; Path=/; HttpOnly");
      ctx.header(CSRF, token);
    }
    if (!reads) {
      String session = ctx.cookie(SESSION);
      String expected = session == null ? null : csrfTokens.get(session);
      if (expected == null || !expected.equals(sent)) {
        throw Answer.text(403, "text/html", "CSRF Token required").header(CSRF, "Required");
      }
    }
  }
}

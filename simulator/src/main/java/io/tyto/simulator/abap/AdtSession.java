package io.tyto.simulator.abap;

import io.javalin.http.Context;
import io.tyto.simulator.core.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Logon with Basic, the session cookie and the CSRF handshake (facts: targets 3.1). */
final class AdtSession {
  private static final String CSRF = "x-csrf-token";
  private static final String LOGON_FAILED =
      "<html><head><title>Logon Error Message</title></head><body><h1>Anmeldung fehlgeschlagen /"
          + " Logon failed</h1></body></html>";

  private final String systemId;
  private final String client;
  private final String password;
  private final Set<String> users;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  AdtSession(String systemId, String client, String password, Set<String> users) {
    this.systemId = systemId;
    this.client = client;
    this.password = password;
    this.users = users;
  }

  void reset() {
    tokens.clear();
  }

  /** Who calls; refuses with 401. */
  String user(Context ctx) {
    String asked = ctx.queryParam("sap-client");
    var basic = ctx.basicAuthCredentials();
    String user = basic == null ? "" : basic.getUsername().toUpperCase(Locale.ROOT);
    boolean known = users.contains(user) && basic != null && password.equals(basic.getPassword());
    if (!known || asked != null && !asked.equals(client)) {
      throw unauthorized();
    }
    return user;
  }

  /** The handshake on reads, the check on changes. */
  void csrf(Context ctx) {
    String sent = ctx.header(CSRF);
    String verb = ctx.method().toString();
    if (verb.equals("GET") || verb.equals("HEAD")) {
      if ("fetch".equalsIgnoreCase(sent)) {
        fetch(ctx);
      }
      return;
    }
    String session = ctx.cookie(cookie());
    String expected = session == null ? null : tokens.get(session);
    if (expected == null || !expected.equals(sent)) {
      throw refused();
    }
  }

  /** Ends the session this request presents. */
  void end(Context ctx) {
    String session = ctx.cookie(cookie());
    if (session != null) {
      tokens.remove(session);
    }
  }

  static Answer refused() {
    return Answer.text(403, "text/plain", "CSRF token validation failed").header(CSRF, "Required");
  }

  Answer unauthorized() {
    return Answer.text(401, "text/html", LOGON_FAILED)
        .header(
            "WWW-Authenticate",
            "Basic realm=\"SAP NetWeaver Application Server [" + systemId + "/" + client + "]\"");
  }

  private void fetch(Context ctx) {
    String present = ctx.cookie(cookie());
    boolean open = present != null && tokens.containsKey(present);
    String session = open && present != null ? present : UUID.randomUUID().toString();
    String token =
        tokens.computeIfAbsent(
            session, each -> UUID.randomUUID().toString().replace("-", "") + "==");
    ctx.header(CSRF, token);
    if (!open) {
      ctx.res().addHeader("Set-Cookie", "sap-usercontext=sap-client=" + client + "; path=/");
      ctx.res().addHeader("Set-Cookie", cookie() + "=" + session + "; path=/; HttpOnly");
    }
  }

  private String cookie() {
    return "SAP_SESSIONID_" + systemId + "_" + client;
  }
}

package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.core.SimulatedSystem;
import io.tyto.simulator.core.TokenEndpoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Cloud ALM tenant of the landscape. */
public final class CloudAlm implements SimulatedSystem {
  public static final String CLIENT_ID = "sb-tyto!b123456|sapcloudalm!b456789";
  public static final String CLIENT_SECRET = "simulated-alm-secret-4f1c";
  static final Set<String> SCOPES =
      new LinkedHashSet<>(
          List.of(
              "calm-api.projects.read",
              "calm-api.tasks.read",
              "calm-api.tasks.write",
              "calm-api.features.read",
              "calm-api.features.write"));

  private final Desk desk;
  private final TokenEndpoint tokens;

  public CloudAlm(SimClock clock, boolean demo) {
    this.desk = Desk.with(clock);
    this.tokens = new TokenEndpoint(desk);
    tokens.client(new TokenEndpoint.Client(CLIENT_ID, CLIENT_SECRET, SCOPES));
  }

  @Override
  public String id() {
    return "alm";
  }

  @Override
  public String kind() {
    return "sap-cloud-alm";
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public void routes(JavalinDefaultRoutingApi routes) {
    routes.post("/oauth/token", tokens::handle);
    routes.get("/oauth/token", tokens::handle);
  }

  @Override
  public Map<String, @Nullable Object> describe(String url) {
    return Json.map(
        "serviceKey",
        Json.map(
            "endpoints",
            Json.map("Api", url + "/api"),
            "uaa",
            Json.map(
                "clientid",
                CLIENT_ID,
                "clientsecret",
                CLIENT_SECRET,
                "url",
                url,
                "identityzone",
                "simulated",
                "credential-type",
                "binding-secret")));
  }

  @Override
  public void reset() {
    tokens.reset();
  }

  @Override
  public Answer businessError(Context ctx, String message) {
    return Answer.json(400, Json.map("message", message));
  }

  @Override
  public void expireToken(Context ctx) {
    tokens.forget(ctx);
  }
}

package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.core.SimulatedSystem;
import io.tyto.simulator.core.TokenEndpoint;
import io.tyto.simulator.odata.ODataError;
import io.tyto.simulator.world.AlmEdits;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.DemoWorld;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Cloud ALM tenant of the landscape. */
public final class CloudAlm implements SimulatedSystem {
  public static final String CLIENT_ID = "sb-tyto!b123456|sapcloudalm!b456789";
  public static final String CLIENT_SECRET = "simulated-alm-secret-4f1c";

  /** A client that also sees private and protected projects and may write projects. */
  public static final String ALL_CLIENT_ID = "sb-tyto-all!b123457|sapcloudalm!b456789";

  public static final String ALL_CLIENT_SECRET = "simulated-alm-secret-9a27";

  /** A client that was given the scopes of projects and tasks alone. */
  public static final String NARROW_CLIENT_ID = "sb-tyto-tasks!b123458|sapcloudalm!b456789";

  public static final String NARROW_CLIENT_SECRET = "simulated-alm-secret-c3d0";
  private static final Set<String> NARROW_SCOPES =
      Set.of("calm-api.projects.read", "calm-api.tasks.read");
  private static final Set<String> SCOPES =
      Set.of(
          "calm-api.projects.read",
          "calm-api.tasks.read",
          "calm-api.tasks.write",
          "calm-api.features.read",
          "calm-api.features.write");
  private static final Set<String> ALL_SCOPES =
      Set.of(
          "calm-api.projects.read",
          "calm-api.projects.write",
          Access.READ_PRIVATE,
          Access.READ_PROTECTED,
          "calm-api.tasks.read",
          "calm-api.tasks.write",
          "calm-api.features.read",
          "calm-api.features.write");

  private final Desk desk;
  private final TokenEndpoint tokens;
  private final Access access;
  private final AlmEntities entities;
  private final boolean demo;
  private volatile AlmWorld world;

  public CloudAlm(SimClock clock, boolean demo) {
    this.desk = Desk.with(clock);
    AlmSwitches.declare(desk.switches());
    this.tokens = new TokenEndpoint(desk);
    tokens.client(new TokenEndpoint.Client(CLIENT_ID, CLIENT_SECRET, SCOPES));
    tokens.client(new TokenEndpoint.Client(ALL_CLIENT_ID, ALL_CLIENT_SECRET, ALL_SCOPES));
    tokens.client(new TokenEndpoint.Client(NARROW_CLIENT_ID, NARROW_CLIENT_SECRET, NARROW_SCOPES));
    this.demo = demo;
    this.world = freshWorld();
    this.access = new Access(tokens, this::unauthorized, this::world);
    this.entities = new AlmEntities(this::world, desk.switches());
  }

  private AlmWorld freshWorld() {
    return demo ? DemoWorld.create(desk.clock()) : new AlmWorld(desk.clock(), 1);
  }

  /** What the tenant holds now; another one after a reset. */
  public AlmWorld world() {
    return world;
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
    new ProjectRoutes(this::world, access, desk).on(routes);
    TaskRoutes tasks = new TaskRoutes(this::world, access, desk.switches());
    tasks.on(routes);
    FeatureRoutes features = new FeatureRoutes(this::world, access, desk.switches(), entities);
    features.on(routes);
    new TaskWrites(this::world, access, desk, tasks).on(routes);
    new TaskNotes(this::world, access, desk, tasks).on(routes);
    new FeatureWrites(this::world, access, desk, entities, features).on(routes);
  }

  @Override
  public void control(JavalinDefaultRoutingApi routes) {
    new AlmControl(this, tokens, entities).on(routes);
  }

  /** What people do in the user interface, on the world of now. */
  public AlmEdits edits() {
    String marks = desk.switches().text("assignment-changes").toUpperCase(Locale.ROOT);
    return new AlmEdits(world, AlmEdits.MoveMarks.valueOf(marks));
  }

  @Override
  public Map<String, @Nullable Object> describe(String url) {
    return Json.map(
        "serviceKey",
        serviceKey(url, CLIENT_ID, CLIENT_SECRET),
        "otherServiceKeys",
        Json.map(
            "all-scopes",
            serviceKey(url, ALL_CLIENT_ID, ALL_CLIENT_SECRET),
            "tasks-only",
            serviceKey(url, NARROW_CLIENT_ID, NARROW_CLIENT_SECRET)));
  }

  private static Map<String, @Nullable Object> serviceKey(String url, String id, String secret) {
    return Json.map(
        "endpoints",
        Json.map("Api", url + "/api"),
        "uaa",
        Json.map(
            "clientid",
            id,
            "clientsecret",
            secret,
            "url",
            url,
            "identityzone",
            "simulated",
            "credential-type",
            "binding-secret"));
  }

  @Override
  public void reset() {
    tokens.reset();
    world = freshWorld();
  }

  @Override
  public Answer unauthorized(Context ctx) {
    return unauthorized();
  }

  private Answer unauthorized() {
    return switch (desk.switches().text("unauthorized-body")) {
      case "json" -> Answer.json(401, Json.map("message", "Unauthorized"));
      case "html" -> Answer.text(401, "text/html", "<html><body>401 Unauthorized</body></html>");
      case "empty" -> Answer.text(401, "text/plain", "");
      default -> Answer.text(401, "text/plain", "Unauthorized");
    };
  }

  @Override
  public Answer tooManyRequests() {
    return Answer.json(429, Json.map("message", "Too Many Requests"));
  }

  @Override
  public Answer businessError(Context ctx, String message) {
    return ctx.path().startsWith(FeatureRoutes.ROOT)
        ? Answer.json(500, FeatureRoutes.body(new ODataError(500, message)))
        : Answer.json(500, Json.map("message", message));
  }

  @Override
  public void expireToken(Context ctx) {
    tokens.forget(ctx);
  }
}

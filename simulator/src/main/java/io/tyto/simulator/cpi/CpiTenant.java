package io.tyto.simulator.cpi;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.core.SimulatedSystem;
import io.tyto.simulator.core.TokenEndpoint;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.CpiRefusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One Cloud Integration tenant. */
public final class CpiTenant implements SimulatedSystem {
  static final String ROOT = "/api/v1";

  private final String id;
  private final CpiWorld.Stage stage;
  private final boolean demo;
  private final Desk desk;
  private final TokenEndpoint tokens;
  private final CpiAccess access;
  private final Map<String, String> alwaysFailing = new LinkedHashMap<>();
  private State state;

  /** What a reset replaces. */
  private record State(
      DesignTime design,
      PackageRoutes packages,
      ArtifactRoutes artifacts,
      TenantRuntime runtime,
      RuntimeRoutes runtimeRoutes,
      MonitoringRoutes monitoring,
      CredentialRoutes credentials) {}

  /**
   * A tenant.
   *
   * @param id {@code cpi-dev}, {@code cpi-qa} or {@code cpi-prod}
   * @param deployDuration how long a deployment takes on the landscape's clock
   */
  public CpiTenant(String id, SimClock clock, Duration deployDuration, boolean demo) {
    this.id = id;
    this.stage = CpiWorld.Stage.of(id);
    this.demo = demo;
    this.desk = Desk.with(clock);
    for (CpiSwitch each : CpiSwitch.values()) {
      String initial =
          each == CpiSwitch.DEPLOY_DURATION ? deployDuration.toString() : each.initial();
      desk.switches()
          .declare(each.wireName(), initial, each.source(), each.allowed().toArray(String[]::new));
    }
    this.tokens = new TokenEndpoint(desk);
    this.access = new CpiAccess(id, desk, tokens);
    this.state = fresh();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String kind() {
    return "cpi";
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public void routes(JavalinDefaultRoutingApi routes) {
    routes.post("/oauth/token", tokens::handle);
    routes.exception(
        CpiRefusal.class, (refusal, ctx) -> ODataAnswer.error(ctx, refusal).write(ctx));
    for (String path : List.of(ROOT, ROOT + "/<rest>")) {
      routes.get(path, this::serve);
      routes.post(path, this::serve);
      routes.put(path, this::serve);
      routes.patch(path, this::serve);
      routes.delete(path, this::serve);
    }
  }

  @Override
  public void control(JavalinDefaultRoutingApi routes) {
    String artifacts = "/control/systems/" + id + "/artifacts";
    routes.get(artifacts, ctx -> Json.answer(ctx, 200, Json.map("items", contents())));
    routes.put(artifacts + "/{artifactId}", this::placeByControl);
    routes.post(
        artifacts + "/{artifactId}/deployment",
        ctx -> {
          String takes = Optional.ofNullable(ctx.queryParam("takes")).orElse("PT10M");
          deployByHand(ctx.pathParam("artifactId"), Duration.parse(takes));
          ctx.status(204);
        });
  }

  @Override
  public Map<String, @Nullable Object> describe(String url) {
    return Json.map("serviceKey", access.serviceKey(url));
  }

  @Override
  public void reset() {
    tokens.reset();
    access.reset();
    state = fresh();
  }

  @Override
  public Answer unauthorized(Context ctx) {
    return CpiAccess.unauthorized();
  }

  @Override
  public Answer businessError(Context ctx, String message) {
    return ODataAnswer.error(ctx, CpiRefusal.business(message));
  }

  @Override
  public void expireToken(Context ctx) {
    tokens.forget(ctx);
  }

  /**
   * Puts a bundle into the tenant without any call of the interface: the package is created when
   * missing, an artifact of this id is replaced, nothing is written to the ledger.
   *
   * @param version the version it gets, empty for that of its manifest
   * @throws IllegalArgumentException when it is no bundle
   */
  public void place(String packageId, String artifactId, String version, byte[] zip) {
    try {
      Bundle bundle = Bundle.read(zip);
      Bundle content = version.isEmpty() ? bundle : bundle.withVersion(version);
      new CpiWorld(state.design(), state.runtime(), desk.clock())
          .place(packageId, artifactId, bundle.name(), content);
    } catch (CpiRefusal e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }

  /**
   * Somebody deploys in the tenant what lies there: it is built and is {@code STARTING} that long.
   * Nothing is written to the ledger.
   */
  public void deployByHand(String artifactId, Duration starting) {
    new CpiWorld(state.design(), state.runtime(), desk.clock()).startByHand(artifactId, starting);
  }

  private void placeByControl(Context ctx) {
    String packageId = Optional.ofNullable(ctx.queryParam("package")).orElse("ControlPackage");
    String version = Optional.ofNullable(ctx.queryParam("version")).orElse("");
    place(packageId, ctx.pathParam("artifactId"), version, ctx.bodyAsBytes());
    ctx.status(204);
  }

  private List<Map<String, @Nullable Object>> contents() {
    return state.design().packages().stream()
        .flatMap(home -> state.design().artifactsOf(home.id()).stream())
        .map(each ->
            Json.map(
                "id",
                each.id(),
                "package",
                each.packageId(),
                "type",
                each.kind().exportType(),
                "version",
                each.version(),
                "draft",
                each.isDraft(),
                "digest",
                each.content().sha256(),
                "configured",
                each.configured(),
                "status",
                state.runtime().row(each.id()).map(Deployment.Row::status).orElse("")))
        .toList();
  }

  private void serve(Context ctx) {
    String user = access.user(ctx);
    String raw = ctx.req().getRequestURI().substring(ROOT.length());
    Call call = new Call(ctx, ODataPath.parse(raw), user);
    access.requireRole(call);
    boolean strict = desk.switches().is(CpiSwitch.WITHOUT_JSON.wireName(), "406");
    dispatch(call, new ODataAnswer(strict));
  }

  private void dispatch(Call call, ODataAnswer answer) {
    String name = call.path().first();
    State now = state;
    Optional<ArtifactKind> set = ArtifactKind.ofEntitySet(name);
    Optional<ArtifactKind> deploy = ArtifactKind.ofDeployFunction(name);
    Optional<ArtifactKind> save = ArtifactKind.ofSaveFunction(name);
    if (set.isPresent()) {
      now.artifacts().handle(call, answer, set.get());
    } else if (deploy.isPresent()) {
      now.runtimeRoutes().deploy(call, deploy.get());
    } else if (save.isPresent()) {
      now.artifacts().saveAsVersion(call, save.get());
    } else {
      switch (name) {
        case "" -> serviceDocument(call);
        case "IntegrationPackages" -> now.packages().handle(call, answer);
        case "BuildAndDeployStatus" -> now.runtimeRoutes().task(call, answer);
        case "IntegrationRuntimeArtifacts" -> now.runtimeRoutes().artifacts(call, answer);
        case "UserCredentials" -> now.credentials().handle(call, answer);
        case "ServiceEndpoints" -> now.monitoring().endpoints(call, answer);
        case "MessageProcessingLogs" -> now.monitoring().logs(call, answer);
        default -> throw call.notImplemented();
      }
    }
  }

  private static void serviceDocument(Call call) {
    List<String> sets =
        List.of(
            "IntegrationPackages",
            "IntegrationDesigntimeArtifacts",
            "IntegrationRuntimeArtifacts",
            "MessageProcessingLogs",
            "ServiceEndpoints");
    Json.answer(call.ctx(), 200, Json.map("d", Json.map("EntitySets", sets)));
  }

  private State fresh() {
    alwaysFailing.clear();
    var design =
        new DesignTime(each -> desk.switches().text(each.wireName()), desk.clock()::instant);
    var runtime = new TenantRuntime(desk.clock()::instant);
    if (demo) {
      alwaysFailing.putAll(new CpiWorld(design, runtime, desk.clock()).fill(stage));
    }
    var artifacts = new ArtifactRoutes(design, desk.switches(), desk.ledger());
    return new State(
        design,
        new PackageRoutes(design, artifacts, desk.ledger()),
        artifacts,
        runtime,
        new RuntimeRoutes(design, runtime, alwaysFailing, desk),
        new MonitoringRoutes(runtime, design, desk.clock()::instant),
        new CredentialRoutes(
            demo ? List.of("S4_" + stage + "_COMM") : List.of(),
            desk.clock().instant().minus(Duration.ofDays(90))));
  }
}

package io.tyto.simulator.abap;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.SimulatedSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One system of the ABAP landscape. */
public final class AbapSystem implements SimulatedSystem {
  static final String CLIENT = "100";
  private final String id;
  private final String systemId;
  private final AbapLandscape landscape;
  private final Desk desk;
  private final AdtSession session;

  AbapSystem(String id, String systemId, AbapLandscape landscape, Desk desk) {
    this.id = id;
    this.systemId = systemId;
    this.landscape = landscape;
    this.desk = desk;
    this.session = new AdtSession(systemId, CLIENT, password(), AbapWorld.USERS);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String kind() {
    return "abap";
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public void routes(JavalinDefaultRoutingApi routes) {
    routes.exception(AbapRefusal.class, (refusal, ctx) -> error(refusal).write(ctx));
    TransportDirectory directory = landscape.directory();
    new AdtRoutes(systemId, CLIENT, directory, session, desk).on(routes);
    new RfcRoutes(systemId, directory, session, desk).on(routes);
  }

  @Override
  public void control(JavalinDefaultRoutingApi routes) {
    String base = "/control/systems/" + id;
    routes.get(base + "/transports", ctx -> Json.answer(ctx, 200, Json.map("items", transports())));
    routes.put(
        base + "/retcodes/{request}",
        ctx -> {
          String code = Json.object(ctx).path("retcode").asString("");
          arrange(ctx.pathParam("request"), number(code));
          ctx.status(204);
        });
  }

  /** Which return code imports of this request into this system end with from now on. */
  public void arrange(String request, int retcode) {
    landscape.directory().arrange(systemId, request.toUpperCase(Locale.ROOT), retcode);
  }

  /**
   * A new workbench request of this system with one task, as a developer makes it.
   *
   * @param objects as {@code CLAS ZCL_ORDER}
   * @return its number
   */
  public String develop(String owner, String text, boolean released, String... objects) {
    TransportDirectory directory = landscape.directory();
    Instant now = directory.now();
    String number = directory.nextNumber(systemId);
    List<TransportObject> list = objects(text, objects);
    TransportTask task =
        new TransportTask(
            directory.nextNumber(systemId), number, owner, "", "S", released, list, now);
    directory.put(
        new TransportRequest(
            number,
            owner,
            text,
            "K",
            "QAS",
            CLIENT,
            List.of(task),
            List.of(),
            released ? now : null,
            Duration.ZERO,
            now));
    return number;
  }

  /**
   * A developer goes on working in an open request of this system.
   *
   * @param objects as {@code CLAS ZCL_ORDER}
   */
  public void work(String number, String... objects) {
    TransportDirectory directory = landscape.directory();
    TransportRequest request = directory.find(number).orElseThrow();
    List<TransportObject> all = new ArrayList<>(request.objects());
    all.addAll(objects(request.description(), objects));
    directory.put(request.withObjects(all, directory.now()));
  }

  private static List<TransportObject> objects(String text, String... named) {
    return Arrays.stream(named)
        .map(each -> each.split(" ", 2))
        .map(each -> TransportObject.r3tr(each[0], each[1], text))
        .toList();
  }

  @Override
  public Map<String, @Nullable Object> describe(String url) {
    return Json.map(
        "username",
        AbapWorld.TECHNICAL_USER,
        "password",
        password(),
        "client",
        CLIENT,
        "systemId",
        systemId);
  }

  @Override
  public void reset() {
    session.reset();
    landscape.reset();
  }

  /** A read without a logon gets the logon page; a change is told that its token is over. */
  @Override
  public Answer unauthorized(Context ctx) {
    boolean read = ctx.method().toString().equals("GET");
    return read || ctx.path().endsWith("/soap/rfc") ? session.unauthorized() : AdtSession.refused();
  }

  @Override
  public Answer businessError(Context ctx, String message) {
    return ctx.path().endsWith("/soap/rfc")
        ? RfcRoutes.fault(message)
        : error(AbapRefusal.of(500, "ADT_TM_COMMON_EXCEPTION", message));
  }

  @Override
  public void expireToken(Context ctx) {
    session.end(ctx);
  }

  private List<Map<String, @Nullable Object>> transports() {
    Instant now = landscape.directory().now();
    return landscape.directory().all().stream()
        .map(each ->
            Json.map(
                "number",
                each.number(),
                "type",
                each.type(),
                "owner",
                each.owner(),
                "description",
                each.description(),
                "status",
                each.status(now),
                "tasks",
                each.tasks().stream().map(task -> task.number() + " " + task.status()).toList(),
                "objects",
                each.allObjects().stream().map(TransportObject::key).toList(),
                "imported",
                landscape.directory().isIn(systemId, each.number())))
        .toList();
  }

  private static int number(String retcode) {
    if (!retcode.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("'retcode' must be a number like 0004");
    }
    return Integer.parseInt(retcode);
  }

  private static Answer error(AbapRefusal refusal) {
    return Answer.text(
        refusal.status(),
        "application/xml; charset=utf-8",
        AdtXml.error(refusal.type(), refusal.text()));
  }

  private String password() {
    return "simulated-" + id + "-secret";
  }
}

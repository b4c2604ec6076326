package io.tyto.simulator.core;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control interface of the whole landscape; the outside of the simulator that tests steer it
 * by.
 */
public final class ControlRoutes {
  private final Map<String, SystemHost> hosts;
  private final SimClock clock;
  private final Runnable reset;

  public ControlRoutes(Map<String, SystemHost> hosts, SimClock clock, Runnable reset) {
    this.hosts = hosts;
    this.clock = clock;
    this.reset = reset;
  }

  public void on(JavalinDefaultRoutingApi routes) {
    routes.exception(Answer.class, (answer, ctx) -> answer.write(ctx));
    routes.exception(
        IllegalArgumentException.class,
        (bad, ctx) -> Json.answer(ctx, 400, Json.map("message", String.valueOf(bad.getMessage()))));
    routes.get("/control/landscape", this::landscape);
    routes.post(
        "/control/reset",
        ctx -> {
          reset.run();
          ctx.status(204);
        });
    routes.get("/control/clock", this::clock);
    routes.post("/control/clock", this::advance);
    String system = "/control/systems/{id}/";
    routes.get(system + "ledger", ctx -> items(ctx, desk(ctx).ledger().entries()));
    routes.get(system + "requests", ctx -> items(ctx, desk(ctx).requests().entries()));
    routes.get(system + "faults", ctx -> items(ctx, faults(desk(ctx))));
    routes.post(system + "faults", ControlRoutes.this::arm);
    routes.delete(
        system + "faults",
        ctx -> {
          desk(ctx).faults().clear();
          ctx.status(204);
        });
    routes.get(system + "switches", ctx -> Json.answer(ctx, 200, desk(ctx).switches().values()));
    routes.put(system + "switches", this::switches);
    hosts.values().forEach(host -> host.system().control(routes));
  }

  private void landscape(Context ctx) {
    List<Map<String, @Nullable Object>> systems =
        hosts.values().stream()
            .map(host -> {
              Map<String, @Nullable Object> one =
                  Json.map(
                      "id", host.system().id(), "kind", host.system().kind(), "url", host.url());
              one.putAll(host.system().describe(host.url()));
              return one;
            })
            .toList();
    Json.answer(ctx, 200, Json.map("systems", systems));
  }

  private void clock(Context ctx) {
    Json.answer(ctx, 200, Json.map("now", clock.instant()));
  }

  private void advance(Context ctx) {
    try {
      clock.advance(Duration.parse(Json.object(ctx).path("advance").asString("")));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'advance' must be a duration like PT10M", e);
    }
    clock(ctx);
  }

  private void arm(Context ctx) {
    ObjectNode body = Json.object(ctx);
    String kind = body.path("kind").asString("");
    JsonNode value = body.path("value");
    try {
      desk(ctx)
          .faults()
          .arm(
              new Faults.Fault(
                  kind,
                  Pattern.compile(body.path("path").asString("")),
                  body.path("after").asInt(0),
                  body.path("times").asInt(1),
                  value.isMissingNode() || value.isNull() ? null : value.asString()));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'path' is no regular expression: " + e.getDescription(), e);
    }
    ctx.status(204);
  }

  private static List<Map<String, @Nullable Object>> faults(Desk desk) {
    return desk.faults().armed().stream()
        .map(fault ->
            Json.map(
                "kind",
                fault.kind(),
                "path",
                fault.path().pattern(),
                "after",
                fault.after(),
                "times",
                fault.times(),
                "value",
                fault.value()))
        .toList();
  }

  private void switches(Context ctx) {
    Switches switches = desk(ctx).switches();
    Json.object(ctx)
        .properties()
        .forEach(one -> switches.set(one.getKey(), one.getValue().asString()));
    Json.answer(ctx, 200, switches.values());
  }

  private Desk desk(Context ctx) {
    String id = ctx.pathParam("id");
    SystemHost host = hosts.get(id);
    if (host == null) {
      throw Answer.json(
          404, Json.map("message", "No system '" + id + "'; there are " + hosts.keySet()));
    }
    return host.system().desk();
  }

  private static void items(Context ctx, List<?> items) {
    Json.answer(ctx, 200, Json.map("items", items));
  }
}

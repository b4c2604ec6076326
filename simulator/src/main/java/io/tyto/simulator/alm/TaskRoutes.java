package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.Switches;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.TaskQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reading tasks: {@code /api/calm-tasks/v1} (facts: Cloud ALM 3.1, 3.2). */
final class TaskRoutes {
  static final String ROOT = "/api/calm-tasks/v1";
  private static final String READ = "calm-api.tasks.read";
  private static final Pattern DATE = Pattern.compile("(gt|eq|lt):(\\d{4}-\\d\\d-\\d\\d)");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(gt|eq|lt):(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(Z|[+-]\\d\\d:\\d\\d)?");

  private final Supplier<AlmWorld> world;
  private final Access access;
  private final Switches switches;
  private final TaskJson json;

  TaskRoutes(Supplier<AlmWorld> world, Access access, Switches switches) {
    this.world = world;
    this.access = access;
    this.switches = switches;
    this.json = new TaskJson(switches);
  }

  void on(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/tasks", access.with(READ, this::list));
    routes.get(ROOT + "/tasks/{id}", access.with(READ, this::single));
    routes.get(ROOT + "/tasks/{id}/subTasks", access.with(READ, this::subTasks));
    routes.get(ROOT + "/tasks/{id}/featureAssignments", access.with(READ, this::features));
    routes.get(ROOT + "/workstreams", access.with(READ, this::workstreams));
  }

  /** The task of the path, or 404 when there is none that this caller sees. */
  Task task(Context ctx, String parameter) {
    UUID id = Refusals.pathId(ctx, parameter);
    return world
        .get()
        .tasks()
        .find(id)
        .filter(task -> access.sees(ctx, task.projectId()))
        .orElseThrow(() -> Refusals.missing("Task", id));
  }

  void answer(Context ctx, int status, Task task) {
    ctx.status(status).contentType(Json.TYPE).result(json.single(task, world.get().catalog()));
  }

  private void single(Context ctx) {
    answer(ctx, 200, task(ctx, "id"));
  }

  private void list(Context ctx) {
    TaskQuery query = query(ctx);
    int offset = number(ctx, "offset", 0, 0);
    int limit = number(ctx, "limit", 1, orAll(switches.number("task-default-limit")));
    int cap = orAll(switches.number("task-page-cap"));
    List<Task> page =
        access.sees(ctx, query.projectId())
            ? world
                .get()
                .tasks()
                .page(query, switches.text("task-order"), offset, Math.min(limit, cap))
            : List.of();
    ctx.contentType(Json.TYPE).result(json.list(page));
  }

  private static int orAll(int number) {
    return number == 0 ? Integer.MAX_VALUE : number;
  }

  private void subTasks(Context ctx) {
    List<Task> children = world.get().tasks().children(task(ctx, "id"));
    ctx.contentType(Json.TYPE).result(json.list(children));
  }

  private void features(Context ctx) {
    if (!switches.on("feature-assignments")) {
      throw Refusals.of(404, "Not Found");
    }
    Task task = task(ctx, "id");
    List<?> items =
        task.features().stream()
            .map(feature ->
                Json.map(
                    "id",
                    AlmEntities.rowId(feature, task.id()).toString(),
                    "taskId",
                    task.id().toString(),
                    "featureId",
                    feature.toString()))
            .toList();
    Json.answer(ctx, 200, items);
  }

  private void workstreams(Context ctx) {
    Json.answer(
        ctx,
        200,
        world.get().catalog().workstreams().stream()
            .map(one -> Json.map("id", one.id(), "name", one.name(), "isCustom", one.custom()))
            .toList());
  }

  private TaskQuery query(Context ctx) {
    String project = ctx.queryParam("projectId");
    if (project == null) {
      throw Refusals.bad("Parameter 'projectId' is mandatory");
    }
    boolean newer = switches.is("task-api-version", "1.0.30");
    return new TaskQuery(
        Refusals.uuid("projectId", project),
        ctx.queryParam("type"),
        ctx.queryParam("status"),
        ctx.queryParam("subStatus"),
        ctx.queryParam("assigneeId"),
        when(ctx, "lastChangedDate", DATE, LocalDate::parse),
        when(ctx, "lastChangedTimestamp", TIMESTAMP, TaskRoutes::instant),
        newer ? Set.copyOf(ctx.queryParams("tags")) : Set.of(),
        newer ? ids(ctx.queryParam("id")) : Set.of());
  }

  private static Set<UUID> ids(@Nullable String text) {
    Set<UUID> ids = new HashSet<>();
    if (text != null) {
      for (String one : text.split(",", -1)) {
        ids.add(Refusals.uuid("id", one.trim()));
      }
    }
    return Set.copyOf(ids);
  }

  private static Instant instant(String text) {
    boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
    return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
  }

  private static <T extends Comparable<? super T>> TaskQuery.@Nullable When<T> when(
      Context ctx, String name, Pattern pattern, Function<String, T> read) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return null;
    }
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw Refusals.bad(
          "Parameter '" + name + "' must match gt|eq|lt:<value>, but is '" + text + "'");
    }
    try {
      return new TaskQuery.When<>(matcher.group(1), read.apply(text.substring(3)));
    } catch (DateTimeException e) {
      throw Refusals.bad("Parameter '" + name + "' holds no valid date: '" + text + "'");
    }
  }

  private static int number(Context ctx, String name, int least, int otherwise) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return otherwise;
    }
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      number = -1;
    }
    if (number < least) {
      throw Refusals.bad("Parameter '" + name + "' must be an integer of at least " + least);
    }
    return number;
  }
}

package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.Switches;
import io.tyto.simulator.odata.EntityType;
import io.tyto.simulator.odata.ODataError;
import io.tyto.simulator.odata.QueryOptions;
import io.tyto.simulator.odata.Rendering;
import io.tyto.simulator.odata.Row;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Feature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reading features: {@code /api/calm-features/v1}, OData V4 (facts: Cloud ALM 4). */
final class FeatureRoutes {
  static final String ROOT = "/api/calm-features/v1";
  private static final String READ = "calm-api.features.read";
  private static final String TOKEN = "$skiptoken";

  private record Kept(Object world, long version, String question) {}

  private final Supplier<AlmWorld> world;
  private final Access access;
  private final Switches switches;
  private final AlmEntities entities;
  private volatile Map.@Nullable Entry<Kept, List<Row>> kept;

  FeatureRoutes(Supplier<AlmWorld> world, Access access, Switches switches, AlmEntities entities) {
    this.world = world;
    this.access = access;
    this.switches = switches;
    this.entities = entities;
  }

  void on(JavalinDefaultRoutingApi routes) {
    routes.exception(
        ODataError.class, (error, ctx) -> Json.answer(ctx, error.status(), body(error)));
    routes.get(ROOT, access.with(READ, this::serviceDocument));
    routes.get(ROOT + "/<path>", access.with(READ, this::read));
  }

  static Map<String, @Nullable Object> body(ODataError error) {
    return Json.map(
        "error", Json.map("code", String.valueOf(error.status()), "message", error.text()));
  }

  static ODataPath path(Context ctx) {
    return new ODataPath(ctx.req().getRequestURI().substring(ROOT.length()));
  }

  private void serviceDocument(Context ctx) {
    List<?> sets =
        entities.sets().keySet().stream().map(set -> Json.map("name", set, "url", set)).toList();
    Json.answer(ctx, 200, Json.map("@context", "$metadata", "value", sets));
  }

  private void read(Context ctx) {
    ODataPath path = path(ctx);
    if (path.take("$metadata")) {
      ctx.contentType("application/xml").result(Metadata.of(entities.sets().values()));
      return;
    }
    EntityType<?> type = set(path.name());
    Supplier<List<Row>> rows = () -> source(ctx, type);
    while (!path.done()) {
      if (path.take("$count")) {
        List<Row> counted = QueryOptions.parse(type, query(ctx)).arrange(rows.get());
        ctx.contentType("text/plain").result(String.valueOf(counted.size()));
        return;
      }
      Row row = one(ctx, type, rows, path);
      if (path.done()) {
        single(ctx, row);
        return;
      }
      EntityType.Navigation<?, ?> way = way(row, path.name());
      List<Row> targets = row.follow(way.name());
      if (!way.many()) {
        single(
            ctx, targets.stream().findFirst().orElseThrow(() -> new ODataError(404, "Not Found")));
        return;
      }
      EntityType<?> next = way.type().get();
      if (path.done()) {
        collection(ctx, next, QueryOptions.parse(next, query(ctx)).arrange(targets));
        return;
      }
      single(ctx, pick(targets, path.key(next)));
      return;
    }
    collection(ctx, type, arranged(ctx, type, rows));
  }

  /** The feature of the path, or 404 when there is none that this caller sees. */
  Feature feature(Context ctx, Map<String, String> key) {
    UUID uuid = guid(key.getOrDefault("uuid", ""));
    return world
        .get()
        .features()
        .find(uuid)
        .filter(one -> access.sees(ctx, one.projectId()))
        .orElseThrow(() -> new ODataError(404, "Not Found"));
  }

  EntityType<?> set(String name) {
    EntityType<?> type = entities.sets().get(name);
    if (type == null) {
      throw new ODataError(404, "Invalid resource path \"" + name + "\"");
    }
    return type;
  }

  private Row one(Context ctx, EntityType<?> type, Supplier<List<Row>> rows, ODataPath path) {
    Map<String, String> key = path.key(type);
    if (type == entities.features()) {
      return entities.features().row(feature(ctx, key));
    }
    key.forEach((name, value) -> {
      if (type.kind(name) == EntityType.Kind.GUID) {
        guid(value);
      }
    });
    return pick(rows.get(), key);
  }

  private static Row pick(List<Row> rows, Map<String, String> key) {
    return rows.stream()
        .filter(row ->
            key.entrySet().stream()
                .allMatch(part -> part.getValue().equals(String.valueOf(row.value(part.getKey())))))
        .findFirst()
        .orElseThrow(() -> new ODataError(404, "Not Found"));
  }

  private static EntityType.Navigation<?, ?> way(Row row, String name) {
    EntityType.Navigation<?, ?> way = row.type().navigations().get(name);
    if (way == null) {
      throw new ODataError(404, "Invalid resource path \"" + name + "\"");
    }
    return way;
  }

  private List<Row> source(Context ctx, EntityType<?> type) {
    if (type == entities.statuses()) {
      return AlmEntities.allStatuses().stream().map(entities.statuses()::row).toList();
    }
    if (type == entities.priorities()) {
      return AlmEntities.allPriorities().stream().map(entities.priorities()::row).toList();
    }
    List<Row> features =
        world.get().features().all().stream()
            .filter(one -> access.sees(ctx, one.projectId()))
            .map(entities.features()::row)
            .toList();
    if (type == entities.features()) {
      return features;
    }
    String way = "to" + type.set();
    return features.stream().flatMap(row -> row.follow(way).stream()).toList();
  }

  /** What a page is cut from is kept for the next page, as long as no feature changes. */
  private List<Row> arranged(Context ctx, EntityType<?> type, Supplier<List<Row>> rows) {
    QueryOptions options = QueryOptions.parse(type, query(ctx));
    if (type != entities.features()) {
      return options.arrange(rows.get());
    }
    AlmWorld now = world.get();
    String question =
        ctx.queryParam("$filter") + "|" + ctx.queryParam("$orderby") + "|" + access.view(ctx);
    Kept wanted = new Kept(now, now.features().version(), question);
    Map.Entry<Kept, List<Row>> last = kept;
    if (last != null && last.getKey().equals(wanted)) {
      return last.getValue();
    }
    List<Row> arranged = options.arrange(rows.get());
    kept = Map.entry(wanted, arranged);
    return arranged;
  }

  private void single(Context ctx, Row row) {
    QueryOptions options = QueryOptions.parse(row.type(), query(ctx));
    Json.answer(ctx, 200, entity(row, options));
  }

  static Map<String, @Nullable Object> entity(Row row, QueryOptions options) {
    Map<String, @Nullable Object> json =
        Json.map(
            "@context",
            "$metadata#" + row.type().name() + "/$entity",
            "@metadataEtag",
            "W/\"577a41c0\"");
    json.putAll(Rendering.entity(row, options));
    return json;
  }

  private void collection(Context ctx, EntityType<?> type, List<Row> all) {
    Map<String, String> query = query(ctx);
    QueryOptions options = QueryOptions.parse(type, query);
    int cap = type == entities.features() ? switches.number("feature-page-cap") : 0;
    int done = parse(query.getOrDefault(TOKEN, "0"));
    int from = Math.min(options.skip() + done, all.size());
    Integer top = options.top();
    int wanted =
        Math.min(all.size() - from, top == null ? Integer.MAX_VALUE : Math.max(0, top - done));
    int given = cap > 0 ? Math.min(cap, wanted) : wanted;
    Map<String, @Nullable Object> json = Json.map("@context", "$metadata#" + type.name());
    if (options.count()) {
      json.put("@count", all.size());
    }
    json.put("value", Rendering.entities(all.subList(from, from + given), options));
    String spelling = switches.text("next-link-spelling");
    if (given < wanted && !spelling.equals("none")) {
      json.put(spelling, nextLink(ctx, query, done + given));
    }
    Json.answer(ctx, 200, json);
  }

  private String nextLink(Context ctx, Map<String, String> query, int done) {
    Map<String, String> next = new LinkedHashMap<>(query);
    next.put(TOKEN, String.valueOf(done));
    StringBuilder link = new StringBuilder();
    next.forEach((name, value) ->
        link.append(link.isEmpty() ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    String path = ctx.req().getRequestURI();
    return switch (switches.text("next-link-form")) {
      case "absolute" -> "http://" + ctx.host() + path + link;
      case "foreign" -> "http://elsewhere.invalid" + path + link;
      default -> path.substring(ROOT.length() + 1) + link;
    };
  }

  private static int parse(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw ODataError.bad("'" + TOKEN + "' is not valid");
    }
  }

  static Map<String, String> query(Context ctx) {
    Map<String, String> query = new LinkedHashMap<>();
    ctx.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    return query;
  }

  static UUID guid(String text) {
    return Optional.of(text)
        .filter(one -> one.length() == 36)
        .flatMap(FeatureRoutes::tryGuid)
        .orElseThrow(() -> ODataError.bad("'" + text + "' is no valid Edm.Guid"));
  }

  private static Optional<UUID> tryGuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

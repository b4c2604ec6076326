package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.TokenEndpoint;
import io.tyto.simulator.odata.ODataError;
import io.tyto.simulator.odata.QueryOptions;
import io.tyto.simulator.odata.Rendering;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.Project;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.Truth;
import io.tyto.simulator.world.WorldGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /control/alm}: what people do in Cloud ALM, big worlds, and the truth to compare with. */
final class AlmControl {
  private static final String ROOT = "/control/alm/";
  private final CloudAlm alm;
  private final TokenEndpoint tokens;
  private final AlmEntities entities;
  private final TaskJson taskJson;

  AlmControl(CloudAlm alm, TokenEndpoint tokens, AlmEntities entities) {
    this.alm = alm;
    this.tokens = tokens;
    this.entities = entities;
    this.taskJson = new TaskJson(alm.desk().switches());
  }

  void on(JavalinDefaultRoutingApi routes) {
    routes.post(ROOT + "stories", guarded(this::addStory));
    routes.put(ROOT + "stories/{id}/features", guarded(this::move));
    routes.patch(ROOT + "tasks/{id}", guarded(this::patchTask));
    routes.delete(ROOT + "tasks/{id}", guarded(ctx -> gone(ctx, alm.edits().deleteTask(id(ctx)))));
    routes.post(ROOT + "features", guarded(this::addFeature));
    routes.patch(ROOT + "features/{id}", guarded(this::patchFeature));
    routes.delete(
        ROOT + "features/{id}", guarded(ctx -> gone(ctx, alm.edits().deleteFeature(id(ctx)))));
    routes.post(ROOT + "projects", guarded(this::addProject));
    routes.patch(ROOT + "projects/{id}", guarded(this::patchProject));
    routes.post(ROOT + "generate", guarded(this::generate));
    routes.post(ROOT + "churn", guarded(this::churn));
    routes.post(ROOT + "clients", guarded(this::addClient));
    routes.get(ROOT + "truth", guarded(this::truth));
  }

  private static Handler guarded(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (ODataError e) {
        throw Refusals.of(e.status(), e.text());
      } catch (NoSuchElementException e) {
        throw Refusals.of(404, String.valueOf(e.getMessage()));
      }
    };
  }

  private AlmWorld world() {
    return alm.world();
  }

  /** A project by id or name; the first one when none is named. */
  private Project project(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return world().projects().stream()
          .findFirst()
          .orElseThrow(() -> new NoSuchElementException("There is no project yet"));
    }
    return world().projects().stream()
        .filter(one -> one.id().toString().equals(text) || one.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No project '" + text + "'"));
  }

  private void addStory(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    Project project = project(body.path("project").asString(null));
    String title = Refusals.text(body, "title", 180);
    Task task = alm.edits().addStory(project.id(), title, ids(body.path("features")));
    Task edited = alm.edits().change(task.id(), one -> edited(one, body));
    answer(ctx, 201, edited);
  }

  private void patchTask(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    answer(ctx, 200, alm.edits().change(id(ctx), one -> edited(one, body)));
  }

  private static Task edited(Task task, ObjectNode body) {
    Task edited = new TaskEdit(false).apply(task, body);
    JsonNode parent = body.path("parentId");
    if (parent.isString()) {
      edited = edited.with("parentId", parent.asString());
    }
    JsonNode tags = body.path("tags");
    return tags.isArray()
        ? edited.with("tags", tags.valueStream().map(JsonNode::asString).toList())
        : edited;
  }

  private void move(Context ctx) {
    List<UUID> features = ids(Json.parse(ctx));
    answer(ctx, 200, alm.edits().move(id(ctx), features));
  }

  private void addFeature(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    Project project = project(body.path("project").asString(null));
    Feature feature = alm.edits().addFeature(project.id(), Refusals.text(body, "title", 600));
    answer(
        ctx, 201, alm.edits().changeFeature(feature.uuid(), one -> FeatureEdit.apply(one, body)));
  }

  private void patchFeature(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    answer(ctx, 200, alm.edits().changeFeature(id(ctx), one -> FeatureEdit.apply(one, body)));
  }

  private void addProject(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    String visibility = body.path("visibility").asString("public").toUpperCase(Locale.ROOT);
    Project project =
        world()
            .newProject(Refusals.text(body, "name", 128), Project.Visibility.valueOf(visibility));
    Json.answer(ctx, 201, ProjectRoutes.json(project));
  }

  private void patchProject(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    Project before = project(ctx.pathParam("id"));
    String name = body.path("name").asString(before.name());
    boolean hidden = body.path("hidden").asBoolean(before.hidden());
    Project after =
        world()
            .change(
                before.id(),
                one -> one.renamed(name, one.etag()).withHidden(hidden, world().newEtag()))
            .orElse(before);
    Json.answer(ctx, 200, ProjectRoutes.json(after));
  }

  private void generate(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    int features = body.path("features").asInt(0);
    int stories = body.path("stories").asInt(0);
    String name = body.path("project").asString("Generated");
    Project project =
        world().projects().stream()
            .filter(one -> one.id().toString().equals(name) || one.name().equals(name))
            .findFirst()
            .orElseGet(() -> world().newProject(name, Project.Visibility.PUBLIC));
    WorldGenerator.fill(world(), project.id(), features, stories);
    Json.answer(
        ctx,
        201,
        Json.map("projectId", project.id().toString(), "features", features, "stories", stories));
  }

  private void churn(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    UUID project = project(body.path("project").asString(null)).id();
    alm.edits().churn(project, body.path("seed").asLong(1), body.path("edits").asInt(1));
    ctx.status(204);
  }

  private void addClient(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    Set<String> scopes = new HashSet<>();
    body.path("scopes").forEach(one -> scopes.add(one.asString()));
    tokens.client(
        new TokenEndpoint.Client(
            Refusals.text(body, "id", 255), Refusals.text(body, "secret", 255), scopes));
    ctx.status(204);
  }

  private void truth(Context ctx) {
    UUID project = project(ctx.queryParam("project")).id();
    Truth truth = Truth.of(world(), project);
    Map<String, @Nullable Object> json =
        Json.map(
            "projectId",
            project.toString(),
            "features",
            truth.features().size(),
            "stories",
            truth.stories().size(),
            "hash",
            truth.hash());
    if (!"false".equals(ctx.queryParam("items"))) {
      json.put("featureItems", truth.features().stream().map(AlmControl::item).toList());
      json.put("storyItems", truth.stories().stream().map(AlmControl::item).toList());
    }
    Json.answer(ctx, 200, json);
  }

  private static Map<String, @Nullable Object> item(Feature one) {
    return Json.map(
        "id",
        one.uuid().toString(),
        "displayId",
        one.displayId(),
        "title",
        one.title(),
        "status",
        one.status().name());
  }

  private static Map<String, @Nullable Object> item(Task one) {
    return Json.map(
        "id",
        one.id().toString(),
        "displayId",
        one.displayId(),
        "title",
        one.title(),
        "status",
        one.status(),
        "parents",
        one.features().stream().map(UUID::toString).sorted().toList());
  }

  private void answer(Context ctx, int status, Task task) {
    ctx.status(status).contentType(Json.TYPE).result(taskJson.single(task, world().catalog()));
  }

  private void answer(Context ctx, int status, Feature feature) {
    Json.answer(ctx, status, Rendering.entity(entities.features().row(feature), QueryOptions.NONE));
  }

  private static void gone(Context ctx, boolean done) {
    if (!done) {
      throw Answer.json(404, Json.map("message", "There is no such item"));
    }
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Refusals.pathId(ctx, "id");
  }

  private static List<UUID> ids(JsonNode array) {
    List<UUID> ids = new ArrayList<>();
    array.forEach(one -> ids.add(Refusals.uuid("features", one.asString())));
    return ids;
  }
}

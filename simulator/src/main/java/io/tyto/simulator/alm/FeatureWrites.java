package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.odata.ODataError;
import io.tyto.simulator.odata.QueryOptions;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.FeatureStatus;
import io.tyto.simulator.world.Notes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writing features and their references (facts: Cloud ALM 4.1, 4.5). Features are never deleted.
 */
final class FeatureWrites {
  private static final String WRITE = "calm-api.features.write";
  private final Supplier<AlmWorld> world;
  private final Access access;
  private final Desk desk;
  private final AlmEntities entities;
  private final FeatureRoutes reads;

  FeatureWrites(
      Supplier<AlmWorld> world,
      Access access,
      Desk desk,
      AlmEntities entities,
      FeatureRoutes reads) {
    this.world = world;
    this.access = access;
    this.desk = desk;
    this.entities = entities;
    this.reads = reads;
  }

  void on(JavalinDefaultRoutingApi routes) {
    String all = FeatureRoutes.ROOT + "/<path>";
    routes.post(all, access.with(WRITE, this::post));
    routes.patch(all, access.with(WRITE, this::patch));
    routes.delete(all, access.with(WRITE, this::delete));
    routes.put(
        all,
        access.with(
            WRITE,
            ctx -> {
              throw notAllowed("PUT", "this resource");
            }));
  }

  private void post(Context ctx) {
    ODataPath path = FeatureRoutes.path(ctx);
    String set = path.name();
    reads.set(set);
    if (!set.equals("Features")) {
      throw notAllowed("POST", set);
    }
    if (path.done()) {
      create(ctx);
      return;
    }
    Feature feature = reads.feature(ctx, path.key(entities.features()));
    String way = path.name();
    switch (way) {
      case "toExternalReferences" -> {
        Notes.ExternalReference one = external(feature.uuid(), body(ctx));
        if (!keep(one)) {
          throw ODataError.bad("Entity already exists");
        }
        answer(
            ctx,
            201,
            FeatureRoutes.entity(entities.externalReferences().row(one), QueryOptions.NONE));
      }
      case "toURLReferences" -> {
        Notes.UrlReference one = link(feature.uuid(), body(ctx));
        keep(one);
        answer(
            ctx, 201, FeatureRoutes.entity(entities.urlReferences().row(one), QueryOptions.NONE));
      }
      default -> throw notAllowed("POST", way);
    }
  }

  private void create(Context ctx) {
    ObjectNode body = body(ctx);
    FeatureEdit.refuseUnknown(body, true);
    UUID project = FeatureRoutes.guid(body.path("projectId").asString(""));
    if (!access.sees(ctx, project)) {
      throw ODataError.bad("Project '" + project + "' does not exist");
    }
    if (body.path("title").asString("").isBlank()) {
      throw ODataError.bad("Value is required for 'title'");
    }
    Feature blank = blank(project);
    Feature checked = FeatureEdit.apply(blank, body);
    List<Notes.ExternalReference> externals = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode one : body.path("toExternalReferences")) {
      externals.add(external(blank.uuid(), object(one)));
      if (!ids.add(externals.getLast().id())) {
        throw ODataError.bad("Entity already exists");
      }
    }
    List<Notes.UrlReference> links = new ArrayList<>();
    for (JsonNode one : body.path("toURLReferences")) {
      links.add(link(blank.uuid(), object(one)));
    }
    Feature feature = world.get().numbered(checked);
    world.get().features().add(feature);
    desk.ledger().add("create-feature", feature.uuid().toString(), Json.map("body", body));
    externals.forEach(this::keep);
    links.forEach(this::keep);
    answer(ctx, 201, FeatureRoutes.entity(entities.features().row(feature), QueryOptions.NONE));
  }

  private Feature blank(UUID project) {
    Instant now = world.get().clock().instant();
    return new Feature(
        world.get().newId(),
        0,
        project,
        "",
        null,
        FeatureStatus.CREATED,
        30,
        null,
        null,
        null,
        null,
        List.of(),
        now);
  }

  private void patch(Context ctx) {
    ODataPath path = FeatureRoutes.path(ctx);
    String set = path.name();
    reads.set(set);
    if (!set.equals("Features")) {
      throw notAllowed("PATCH", set);
    }
    Feature before = reads.feature(ctx, path.key(entities.features()));
    ObjectNode body = body(ctx);
    FeatureEdit.refuseUnknown(body, false);
    Instant now = world.get().clock().instant();
    Feature after =
        world
            .get()
            .features()
            .change(
                before.uuid(),
                one -> {
                  Feature edited = FeatureEdit.apply(one, body).edit().modified(now).done();
                  transition(one.status(), edited.status(), body);
                  return edited;
                })
            .orElseThrow(() -> new ODataError(404, "Not Found"));
    desk.ledger()
        .add(
            "patch-feature",
            after.uuid().toString(),
            Json.map("displayId", after.displayId(), "from", before.status().name(), "body", body));
    if (desk.switches().is("patch-answer", "204")) {
      ctx.status(204);
    } else {
      answer(ctx, 200, FeatureRoutes.entity(entities.features().row(after), QueryOptions.NONE));
    }
  }

  private void transition(FeatureStatus from, FeatureStatus to, ObjectNode body) {
    if (body.has("statusCode") && desk.switches().is("status-patch", "off")) {
      throw ODataError.bad("Property 'statusCode' is read-only");
    }
    if (desk.switches().is("status-transitions", "strict") && !from.mayBecome(to)) {
      throw ODataError.bad(
          "Status change from '" + from.label() + "' to '" + to.label() + "' is not allowed");
    }
  }

  private void delete(Context ctx) {
    ODataPath path = FeatureRoutes.path(ctx);
    String set = path.name();
    Notes notes = world.get().notes();
    switch (set) {
      case "ExternalReferences" -> {
        Map<String, String> key = path.key(entities.externalReferences());
        UUID parent = FeatureRoutes.guid(key.getOrDefault("parent_uuid", ""));
        String id = key.getOrDefault("id", "");
        gone(
            ctx,
            "delete-reference",
            parent,
            id,
            notes
                .externalReferences()
                .remove(one -> one.parent().equals(parent) && one.id().equals(id)));
      }
      case "URLReferences" -> {
        UUID uuid = FeatureRoutes.guid(path.key(entities.urlReferences()).getOrDefault("uuid", ""));
        gone(
            ctx,
            "delete-url-reference",
            uuid,
            uuid.toString(),
            notes.urlReferences().remove(one -> one.uuid().equals(uuid)));
      }
      default -> {
        reads.set(set);
        throw notAllowed("DELETE", set);
      }
    }
  }

  private void gone(Context ctx, String action, UUID subject, String id, boolean done) {
    if (!done) {
      throw new ODataError(404, "Not Found");
    }
    desk.ledger().add(action, subject.toString(), Map.of("id", id));
    ctx.status(204);
  }

  private boolean keep(Notes.ExternalReference one) {
    boolean added =
        world
            .get()
            .notes()
            .externalReferences()
            .addUnless(
                other -> other.parent().equals(one.parent()) && other.id().equals(one.id()), one);
    if (added) {
      desk.ledger()
          .add(
              "reference",
              one.parent().toString(),
              Json.map("id", one.id(), "name", one.name(), "url", one.url()));
    }
    return added;
  }

  private void keep(Notes.UrlReference one) {
    world.get().notes().urlReferences().add(one);
    desk.ledger()
        .add(
            "url-reference",
            one.parent().toString(),
            Json.map("uuid", one.uuid(), "name", one.name(), "url", one.url()));
  }

  private static Notes.ExternalReference external(UUID parent, ObjectNode body) {
    FeatureEdit.refuseOthers(
        body, "ExternalReferences", Set.of("id", "name", "url", "parent_uuid"));
    String id = FeatureEdit.text(body, "id", 255);
    if (id == null || id.isBlank()) {
      throw ODataError.bad("Value is required for 'id'");
    }
    return new Notes.ExternalReference(
        id, parent, FeatureEdit.text(body, "name", 255), FeatureEdit.text(body, "url", 1000));
  }

  private Notes.UrlReference link(UUID parent, ObjectNode body) {
    FeatureEdit.refuseOthers(body, "URLReferences", Set.of("uuid", "name", "url", "parent_uuid"));
    String url = FeatureEdit.text(body, "url", 1000);
    if (url == null || url.isBlank()) {
      throw ODataError.bad("Value is required for 'url'");
    }
    return new Notes.UrlReference(
        world.get().newId(), parent, FeatureEdit.text(body, "name", 255), url);
  }

  private static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw ODataError.bad("An object is expected");
  }

  private static ObjectNode body(Context ctx) {
    try {
      return Json.object(ctx);
    } catch (IllegalArgumentException e) {
      throw ODataError.bad(String.valueOf(e.getMessage()));
    }
  }

  private static void answer(Context ctx, int status, Object value) {
    Json.answer(ctx, status, value);
  }

  private static ODataError notAllowed(String method, String what) {
    return new ODataError(405, "Method " + method + " is not allowed on '" + what + "'");
  }
}

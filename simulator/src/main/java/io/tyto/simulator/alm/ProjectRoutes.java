package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Project;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Projects with their timeboxes and releases: {@code /api/calm-projects/v1} (facts: Cloud ALM 2).
 */
final class ProjectRoutes {
  static final String ROOT = "/api/calm-projects/v1";
  private static final String READ = "calm-api.projects.read";
  private static final String WRITE = "calm-api.projects.write";

  private final Supplier<AlmWorld> world;
  private final Access access;
  private final Desk desk;

  ProjectRoutes(Supplier<AlmWorld> world, Access access, Desk desk) {
    this.world = world;
    this.access = access;
    this.desk = desk;
  }

  void on(JavalinDefaultRoutingApi routes) {
    routes.get(ROOT + "/projects", access.with(READ, this::list));
    routes.post(ROOT + "/projects", access.with(WRITE, this::create));
    routes.get(
        ROOT + "/projects/{id}",
        access.with(READ, ctx -> Json.answer(ctx, 200, json(project(ctx)))));
    routes.patch(ROOT + "/projects/{id}", access.with(WRITE, this::patch));
    routes.get(ROOT + "/projects/{id}/timeboxes", access.with(READ, this::timeboxes));
    routes.get(ROOT + "/deploymentPlans", access.with(READ, this::plans));
    routes.get(ROOT + "/deploymentPlans/{id}", access.with(READ, this::plan));
  }

  private Project project(Context ctx) {
    UUID id = Refusals.pathId(ctx, "id");
    return world
        .get()
        .project(id)
        .filter(project -> access.sees(ctx, project))
        .orElseThrow(() -> Refusals.missing("Project", id));
  }

  private void list(Context ctx) {
    Json.answer(
        ctx,
        200,
        world.get().projects().stream()
            .filter(project -> access.sees(ctx, project))
            .map(ProjectRoutes::json)
            .toList());
  }

  private void create(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    String name = Refusals.text(body, "name", 128);
    Project project = world.get().newProject(name, Project.Visibility.PUBLIC);
    desk.ledger().add("create-project", project.id().toString(), Map.of("name", name));
    Json.answer(ctx, 201, json(project));
  }

  private void patch(Context ctx) {
    Project before = project(ctx);
    String match = ctx.header("If-Match");
    if (desk.switches().on("if-match")) {
      if (match == null) {
        throw Refusals.of(428, "Header If-Match is required");
      }
      if (!match.equals("*") && !match.replace("\"", "").equals(before.etag())) {
        throw Refusals.of(412, "The project was changed in the meantime");
      }
    }
    ObjectNode body = Refusals.body(ctx);
    String name = body.has("name") ? Refusals.text(body, "name", 128) : before.name();
    Project after =
        world
            .get()
            .change(before.id(), one -> one.renamed(name, world.get().newEtag()))
            .orElseThrow(() -> Refusals.missing("Project", before.id()));
    desk.ledger().add("patch-project", before.id().toString(), Map.of("name", name));
    Json.answer(ctx, 200, json(after));
  }

  static Map<String, @Nullable Object> json(Project project) {
    Map<String, @Nullable Object> json =
        Json.map(
            "etag",
            project.etag(),
            "id",
            project.id(),
            "name",
            project.name(),
            "status",
            project.hidden() ? "C" : "O",
            "purpose",
            "IMPLEMENTATION",
            "operationalStatus",
            project.operationalStatus(),
            "phaseId",
            project.phaseId());
    if (project.deploymentPlanId() != null) {
      json.put("deploymentPlanId", project.deploymentPlanId());
    }
    if (project.programId() != null) {
      json.put("programId", project.programId());
    }
    return json;
  }

  private void timeboxes(Context ctx) {
    Project project = project(ctx);
    Json.answer(
        ctx,
        200,
        world.get().catalog().timeboxes(project.id()).stream()
            .map(one ->
                Json.map(
                    "id",
                    one.id(),
                    "type",
                    one.type(),
                    "predefined",
                    one.type() == 1,
                    "name",
                    one.name(),
                    "startDate",
                    String.valueOf(one.start()),
                    "endDate",
                    one.end().toString(),
                    "closed",
                    false))
            .toList());
  }

  private void plans(Context ctx) {
    Json.answer(ctx, 200, world.get().catalog().plans().stream().map(this::json).toList());
  }

  private void plan(Context ctx) {
    UUID id = Refusals.pathId(ctx, "id");
    Json.answer(
        ctx,
        200,
        world.get().catalog().plans().stream()
            .filter(one -> one.id().equals(id))
            .map(this::json)
            .findFirst()
            .orElseThrow(() -> Refusals.missing("Deployment plan", id)));
  }

  private Map<String, @Nullable Object> json(io.tyto.simulator.world.Catalog.DeploymentPlan plan) {
    return Json.map(
        "etag",
        plan.etag(),
        "id",
        plan.id(),
        "name",
        plan.name(),
        "description",
        plan.description(),
        "status",
        "active",
        "releases",
        world.get().catalog().releases(plan.id()).stream()
            .map(one ->
                Json.map(
                    "name",
                    one.name(),
                    "startDate",
                    one.start().toString(),
                    "endDate",
                    one.end().toString(),
                    "status",
                    one.closed() ? "closed" : "open"))
            .toList(),
        "systemGroups",
        java.util.List.of());
  }
}

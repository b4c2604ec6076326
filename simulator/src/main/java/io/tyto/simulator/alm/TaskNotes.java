package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Notes;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.TaskType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Comments, references and relations of tasks (facts: Cloud ALM 3.1, 3.6). */
final class TaskNotes {
  private static final String READ = "calm-api.tasks.read";
  private static final String WRITE = "calm-api.tasks.write";
  private static final Set<TaskType> RELATED = Set.of(TaskType.CALMTASK, TaskType.CALMUS);
  private final Supplier<AlmWorld> world;
  private final Access access;
  private final Desk desk;
  private final TaskRoutes tasks;

  TaskNotes(Supplier<AlmWorld> world, Access access, Desk desk, TaskRoutes tasks) {
    this.world = world;
    this.access = access;
    this.desk = desk;
    this.tasks = tasks;
  }

  void on(JavalinDefaultRoutingApi routes) {
    String one = TaskRoutes.ROOT + "/tasks/{id}/";
    String all = TaskRoutes.ROOT + "/tasks/";
    routes.get(one + "comments", access.with(READ, this::comments));
    routes.post(one + "comments", access.with(WRITE, this::comment));
    // SAP declares changes of notes with the scope for reading (facts: 1.5, grade B).
    routes.patch(all + "comments/{note}", access.with(READ, this::patchComment));
    routes.delete(all + "comments/{note}", access.with(READ, this::deleteComment));
    routes.get(one + "references", access.with(READ, this::references));
    routes.post(one + "references", access.with(WRITE, this::refer));
    routes.patch(all + "references/{note}", access.with(READ, this::patchReference));
    routes.delete(all + "references/{note}", access.with(READ, this::deleteReference));
    routes.get(one + "relations", access.with(READ, this::relations));
    routes.post(one + "relations", access.with(WRITE, this::relate));
    routes.delete(all + "relations/{note}", access.with(READ, this::deleteRelation));
  }

  private Notes notes() {
    return world.get().notes();
  }

  private void comments(Context ctx) {
    UUID task = tasks.task(ctx, "id").id();
    Json.answer(
        ctx,
        200,
        notes().comments().where(one -> one.taskId().equals(task)).stream()
            .map(TaskNotes::json)
            .toList());
  }

  private void comment(Context ctx) {
    Task task = tasks.task(ctx, "id");
    String text = Refusals.text(Refusals.body(ctx), "text", 100_000);
    Instant now = world.get().clock().instant();
    Notes.Comment comment =
        new Notes.Comment(world.get().newId(), task.id(), text, now, access.client(ctx), now);
    notes().comments().add(comment);
    desk.ledger()
        .add("comment", task.id().toString(), Map.of("id", comment.id().toString(), "text", text));
    Json.answer(ctx, 201, json(comment));
  }

  private void patchComment(Context ctx) {
    UUID id = Refusals.pathId(ctx, "note");
    String text = Refusals.text(Refusals.body(ctx), "text", 100_000);
    Instant now = world.get().clock().instant();
    Notes.Comment comment =
        notes()
            .comments()
            .change(
                one -> one.id().equals(id),
                one ->
                    new Notes.Comment(id, one.taskId(), text, one.created(), one.createdBy(), now))
            .orElseThrow(() -> Refusals.missing("Comment", id));
    desk.ledger().add("patch-comment", id.toString(), Map.of("text", text));
    Json.answer(ctx, 200, json(comment));
  }

  private void deleteComment(Context ctx) {
    UUID id = Refusals.pathId(ctx, "note");
    deleted(ctx, "comment", id, notes().comments().remove(one -> one.id().equals(id)));
  }

  private void references(Context ctx) {
    UUID task = tasks.task(ctx, "id").id();
    Json.answer(ctx, 200, notes().references().where(one -> one.taskId().equals(task)));
  }

  private void refer(Context ctx) {
    Task task = tasks.task(ctx, "id");
    ObjectNode body = Refusals.body(ctx);
    String name = Refusals.text(body, "name", 500);
    String url = secure(Refusals.text(body, "url", 2048));
    Notes.Reference reference = new Notes.Reference(world.get().newId(), task.id(), name, url);
    notes().references().add(reference);
    desk.ledger()
        .add(
            "task-reference",
            task.id().toString(),
            Map.of("id", reference.id().toString(), "name", name, "url", url));
    Json.answer(ctx, 201, reference);
  }

  private void patchReference(Context ctx) {
    UUID id = Refusals.pathId(ctx, "note");
    ObjectNode body = Refusals.body(ctx);
    String name = body.has("name") ? Refusals.text(body, "name", 500) : null;
    String url = body.has("url") ? secure(Refusals.text(body, "url", 2048)) : null;
    Notes.Reference reference =
        notes()
            .references()
            .change(
                one -> one.id().equals(id),
                one ->
                    new Notes.Reference(id, one.taskId(), or(name, one.name()), or(url, one.url())))
            .orElseThrow(() -> Refusals.missing("Reference", id));
    desk.ledger().add("patch-task-reference", id.toString(), Json.map("name", name, "url", url));
    Json.answer(ctx, 200, reference);
  }

  private void deleteReference(Context ctx) {
    UUID id = Refusals.pathId(ctx, "note");
    deleted(ctx, "task-reference", id, notes().references().remove(one -> one.id().equals(id)));
  }

  private void relations(Context ctx) {
    UUID task = tasks.task(ctx, "id").id();
    Json.answer(
        ctx,
        200,
        notes().relations().where(one -> one.taskId().equals(task)).stream()
            .map(TaskNotes::json)
            .toList());
  }

  private void relate(Context ctx) {
    Task task = tasks.task(ctx, "id");
    ObjectNode body = Refusals.body(ctx);
    UUID other = Refusals.uuid("relationTaskId", body.path("relationTaskId").asString(null));
    String type = Refusals.text(body, "type", 1);
    boolean fits =
        RELATED.contains(task.type())
            && world
                .get()
                .tasks()
                .find(other)
                .filter(one -> RELATED.contains(one.type()))
                .isPresent();
    if (!type.equals("1") || !fits || other.equals(task.id())) {
      throw Refusals.bad("A relation must be of type 1, between tasks or user stories");
    }
    Notes.Relation relation = new Notes.Relation(world.get().newId(), task.id(), type, other);
    notes().relations().add(relation);
    desk.ledger().add("relation", task.id().toString(), Map.of("to", other.toString()));
    Json.answer(ctx, 201, json(relation));
  }

  private void deleteRelation(Context ctx) {
    UUID id = Refusals.pathId(ctx, "note");
    deleted(ctx, "relation", id, notes().relations().remove(one -> one.id().equals(id)));
  }

  private void deleted(Context ctx, String kind, UUID id, boolean done) {
    if (!done) {
      throw Refusals.missing(Character.toUpperCase(kind.charAt(0)) + kind.substring(1), id);
    }
    desk.ledger().add("delete-" + kind, id.toString(), Map.of());
    ctx.status(204);
  }

  private static String secure(String url) {
    if (!url.startsWith("https://")) {
      Answer refusal = Refusals.bad("Field 'url' must match ^https://");
      throw refusal;
    }
    return url;
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private static Map<String, @Nullable Object> json(Notes.Comment one) {
    return Json.map(
        "id",
        one.id(),
        "taskId",
        one.taskId(),
        "text",
        one.text(),
        "createdTimestamp",
        one.created().toString(),
        "createdBy",
        one.createdBy(),
        "changedTimestamp",
        one.changed().toString());
  }

  private static Map<String, @Nullable Object> json(Notes.Relation one) {
    return Json.map("id", one.id(), "type", one.type(), "relationTaskId", one.relationTaskId());
  }
}

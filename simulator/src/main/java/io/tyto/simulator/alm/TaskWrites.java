package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Catalog;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Creating, changing and deleting tasks (facts: Cloud ALM 3.1, 3.4). The last write wins. */
final class TaskWrites {
  private static final String WRITE = "calm-api.tasks.write";
  private final Supplier<AlmWorld> world;
  private final Access access;
  private final Desk desk;
  private final TaskRoutes tasks;

  TaskWrites(Supplier<AlmWorld> world, Access access, Desk desk, TaskRoutes tasks) {
    this.world = world;
    this.access = access;
    this.desk = desk;
    this.tasks = tasks;
  }

  void on(JavalinDefaultRoutingApi routes) {
    routes.post(TaskRoutes.ROOT + "/tasks", access.with(WRITE, this::create));
    routes.patch(TaskRoutes.ROOT + "/tasks/{id}", access.with(WRITE, this::patch));
    routes.delete(TaskRoutes.ROOT + "/tasks/{id}", access.with(WRITE, this::delete));
  }

  private void create(Context ctx) {
    ObjectNode body = Refusals.body(ctx);
    UUID project = Refusals.uuid("projectId", body.path("projectId").asString(null));
    if (!access.sees(ctx, project)) {
      throw Refusals.bad("Project with id " + project + " does not exist");
    }
    String title = Refusals.text(body, "title", 180);
    String code = body.path("type").asString(TaskType.CALMTASK.name());
    TaskType type =
        TaskType.of(code).orElseThrow(() -> Refusals.bad("Type '" + code + "' is not valid"));
    body.remove(List.of("status", "subStatus", "approvalState", "obsolete"));
    Instant now = world.get().clock().instant();
    Task blank =
        new Task(
            world.get().newId(),
            0,
            project,
            type,
            title,
            type.open(),
            30,
            now,
            now,
            Map.of(),
            List.of());
    Task checked = box(parent(edit().apply(blank, body), body), body);
    Task task = world.get().numbered(checked);
    world.get().tasks().add(task);
    record(ctx, "create-task", task, body);
    tasks.answer(ctx, 201, task);
  }

  private Task parent(Task task, ObjectNode body) {
    String text = body.path("parentId").asString(null);
    if (text == null) {
      if (task.type() == TaskType.CALMST) {
        throw Refusals.bad("Field 'parentId' is mandatory for type 'CALMST'");
      }
      return task;
    }
    UUID id = Refusals.uuid("parentId", text);
    Task parent =
        world.get().tasks().find(id).orElseThrow(() -> Refusals.bad("Parent " + id + " not found"));
    if (task.type() == TaskType.CALMST && parent.type() == TaskType.CALMST) {
      throw Refusals.bad("A sub-task cannot be the parent of a sub-task");
    }
    return task.with("parentId", id.toString());
  }

  /** A new task falls into the first phase and is due at its end unless it says otherwise. */
  private Task box(Task task, ObjectNode body) {
    List<Catalog.Timebox> boxes = world.get().catalog().timeboxes(task.projectId());
    if (boxes.isEmpty()) {
      return task;
    }
    Task boxed = task.with("timeboxName", boxes.getFirst().name());
    return body.has("dueDate") ? boxed : boxed.with("dueDate", boxes.getFirst().end().toString());
  }

  private void patch(Context ctx) {
    Task before = tasks.task(ctx, "id");
    ObjectNode body = Refusals.body(ctx);
    Instant now = world.get().clock().instant();
    Task after =
        world
            .get()
            .tasks()
            .change(before.id(), task -> edit().apply(task, body).withChanged(now))
            .orElseThrow(() -> Refusals.missing("Task", before.id()));
    record(ctx, "patch-task", after, body);
    tasks.answer(ctx, 200, after);
  }

  private void delete(Context ctx) {
    Task task = tasks.task(ctx, "id");
    if ("APPROVED".equals(task.more("approvalState"))) {
      throw Refusals.bad("An approved requirement cannot be deleted");
    }
    world.get().deleteTask(task.id());
    record(ctx, "delete-task", task, null);
    ctx.status(204);
  }

  private TaskEdit edit() {
    return new TaskEdit(desk.switches().is("patch-null", "text"));
  }

  private void record(Context ctx, String action, Task task, @Nullable ObjectNode body) {
    boolean notification = Boolean.parseBoolean(ctx.header("X-Calm-Notification"));
    desk.ledger()
        .add(
            action,
            task.id().toString(),
            Json.map(
                "displayId",
                task.displayId(),
                "title",
                task.title(),
                "body",
                body,
                "notification",
                notification));
  }
}

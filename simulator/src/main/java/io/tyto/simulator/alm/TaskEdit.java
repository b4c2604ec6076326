package io.tyto.simulator.alm;

import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.TaskType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the fields of a body into a task; fields that no body may set are passed over (facts: 3.4).
 */
final class TaskEdit {
  private static final Map<String, Integer> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("subStatus", 40);
    TEXTS.put("externalId", 128);
    TEXTS.put("assigneeId", 255);
    TEXTS.put("description", 500_000);
    TEXTS.put("workstream", 500);
    TEXTS.put("involvedParties", 500);
    for (int i = 1; i <= 15; i++) {
      TEXTS.put("customField" + i, 5000);
    }
  }

  private static final List<String> DATES = List.of("startDate", "dueDate");
  private static final List<String> IDS = List.of("assignedRoleId", "scopeId", "deliverableId");
  private static final Set<String> DECIDED = Set.of("APPROVED", "REJECTED");
  private static final Set<String> APPROVALS =
      Set.of("NO_APPR_REQ", "READY_4_APPR", "APPROVED", "REJECTED");

  private final boolean nullIsText;

  /**
   * Starts an edit.
   *
   * @param nullIsText whether a null {@code externalId} is stored as the text it was once seen to
   *     be
   */
  TaskEdit(boolean nullIsText) {
    this.nullIsText = nullIsText;
  }

  Task apply(Task before, ObjectNode body) {
    Task task = before;
    if (body.has("title")) {
      task = task.withTitle(Refusals.text(body, "title", 180));
    }
    if (body.path("status").isString()) {
      task = task.withStatus(status(before.type(), body.get("status").asString()));
    }
    if (body.has("priorityId")) {
      task = task.withPriority(priority(body.get("priorityId")));
    }
    for (Map.Entry<String, Integer> text : TEXTS.entrySet()) {
      task = text(task, text.getKey(), text.getValue(), body.get(text.getKey()));
    }
    for (String name : DATES) {
      task = date(task, name, body.get(name));
    }
    for (String name : IDS) {
      JsonNode id = body.get(name);
      if (id != null && !id.isNull()) {
        task = task.with(name, Refusals.uuid(name, id.asString()).toString());
      }
    }
    return approval(numbers(task, body), body.path("approvalState"));
  }

  private static String status(TaskType type, String status) {
    if (!type.statuses().contains(status)) {
      throw Refusals.bad("Status '" + status + "' is not valid for type '" + type + "'");
    }
    return status;
  }

  static int priority(JsonNode value) {
    if (value.isInt() && List.of(10, 20, 30, 40).contains(value.asInt())) {
      return value.asInt();
    }
    throw Refusals.bad("Field 'priorityId' must be one of 10, 20, 30, 40");
  }

  private Task text(Task task, String name, int longest, @Nullable JsonNode value) {
    if (value == null) {
      return task;
    }
    if (value.isNull()) {
      return task.with(name, nullIsText && name.equals("externalId") ? "null" : null);
    }
    if (!value.isString()) {
      throw Refusals.bad("Field '" + name + "' must be a string");
    }
    Task after = task.with(name, Refusals.fits(name, value.asString(), longest));
    return name.equals("assigneeId") ? after.with("assigneeName", value.asString()) : after;
  }

  private static Task date(Task task, String name, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return task;
    }
    try {
      return task.with(name, LocalDate.parse(value.asString("")).toString());
    } catch (DateTimeParseException e) {
      throw Refusals.bad("Field '" + name + "' must be a date like 2026-01-31");
    }
  }

  private static Task numbers(Task before, ObjectNode body) {
    Task task = before;
    JsonNode points = body.path("storyPoints");
    if (points.isNumber()) {
      if (!points.isInt() || points.asInt() < 0) {
        throw Refusals.bad("Field 'storyPoints' must be an integer of at least 0");
      }
      task = task.with("storyPoints", points.asInt());
    }
    JsonNode effort = body.path("effort");
    if (effort.isNumber()) {
      if (effort.asDouble() < 0 || effort.asDouble() > 100_000) {
        throw Refusals.bad("Field 'effort' must be between 0 and 100000");
      }
      task = task.with("effort", effort.asDouble());
    }
    JsonNode obsolete = body.path("obsolete");
    return obsolete.isBoolean() ? task.with("obsolete", obsolete.asBoolean()) : task;
  }

  private static Task approval(Task task, JsonNode value) {
    if (!value.isString()) {
      return task;
    }
    String wanted = value.asString();
    Object now = task.more("approvalState");
    if (!APPROVALS.contains(wanted) || task.type() != TaskType.CALMREQU) {
      throw Refusals.bad("Approval state '" + wanted + "' is not valid");
    }
    boolean same = wanted.equals(now);
    boolean decides = DECIDED.contains(wanted) && !"READY_4_APPR".equals(now);
    boolean decided = now != null && DECIDED.contains(now.toString());
    if (!same && (decides || decided)) {
      throw Refusals.bad("Approval state cannot change from " + now + " to " + wanted);
    }
    return task.with("approvalState", wanted);
  }
}

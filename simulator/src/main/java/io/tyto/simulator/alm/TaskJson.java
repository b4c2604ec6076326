package io.tyto.simulator.alm;

import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.Switches;
import io.tyto.simulator.world.Catalog;
import io.tyto.simulator.world.Task;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Tasks on the wire: without description in lists, with it alone (facts: Cloud ALM 3.3). */
final class TaskJson {
  /** What {@code TaskMore} fields a task shows, in this order. */
  private static final List<String> FIELDS =
      List.of(
          "subStatus",
          "externalId",
          "startDate",
          "dueDate",
          "assigneeId",
          "assigneeName",
          "approvalState",
          "parentId",
          "assignedRoleId",
          "assignedRoleName",
          "scopeId",
          "scopeName",
          "storyPoints",
          "effort",
          "obsolete",
          "workstream",
          "deliverableId",
          "involvedParties",
          "customField1",
          "customField2",
          "customField3",
          "customField4",
          "customField5",
          "customField6",
          "customField7",
          "customField8",
          "customField9",
          "customField10",
          "customField11",
          "customField12",
          "customField13",
          "customField14",
          "customField15");

  /** What SAP's own document lets be null; a strict reader of it takes no other null. */
  private static final Set<String> NULLABLE =
      Set.of("assigneeId", "assigneeName", "obsolete", "deliverableId", "involvedParties");

  private final Switches switches;

  TaskJson(Switches switches) {
    this.switches = switches;
  }

  byte[] list(List<Task> tasks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 + tasks.size() * 1024);
    try (JsonGenerator json = Json.mapper().createGenerator(out)) {
      json.writeStartArray();
      for (Task task : tasks) {
        json.writeStartObject();
        fields(json, task);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return out.toByteArray();
  }

  byte[] single(Task task, Catalog catalog) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = Json.mapper().createGenerator(out)) {
      json.writeStartObject();
      fields(json, task);
      value(json, "description", task.more("description"));
      Object box = task.more("timeboxName");
      if (box != null) {
        value(json, "timeboxName", box);
        catalog.timeboxes(task.projectId()).stream()
            .filter(one -> one.name().equals(box))
            .findFirst()
            .ifPresent(one -> {
              value(json, "timeboxStartDate", one.start());
              value(json, "timeboxEndDate", one.end());
            });
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private void fields(JsonGenerator json, Task task) {
    boolean newer = switches.is("task-api-version", "1.0.30");
    boolean all = switches.is("null-fields", "all");
    boolean none = switches.is("null-fields", "none");
    json.writeStringProperty("id", task.id().toString());
    if (newer) {
      json.writeStringProperty("displayId", task.displayId());
    }
    json.writeStringProperty("projectId", task.projectId().toString());
    json.writeStringProperty("title", task.title());
    json.writeStringProperty("type", task.type().name());
    json.writeStringProperty("status", task.status());
    json.writeNumberProperty("priorityId", task.priority());
    for (String name : FIELDS) {
      Object value = task.more(name);
      if (value != null || all || (!none && NULLABLE.contains(name))) {
        value(json, name, value);
      }
    }
    if (newer) {
      Object tags = task.more("tags");
      json.writePOJOProperty("tags", tags == null ? List.of() : tags);
    }
    json.writeStringProperty("createdTimestamp", task.created().toString());
    json.writeStringProperty("lastChangedTimestamp", task.changed().toString());
  }

  private static void value(JsonGenerator json, String name, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNullProperty(name);
      case Integer number -> json.writeNumberProperty(name, number);
      case Double number -> json.writeNumberProperty(name, number);
      case Boolean flag -> json.writeBooleanProperty(name, flag);
      default -> json.writeStringProperty(name, value.toString());
    }
  }
}

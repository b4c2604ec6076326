package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of the two long lists by hand: binding a record by reflection costs several times
 * what its parsing does.
 */
final class Rows {

  /** Reads a bare JSON array of tasks. */
  static List<Wire.Task> tasks(HttpAnswer answer) {
    try (JsonParser in = Json.MAPPER.createParser(answer.body())) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw Wire.malformed("The list is not the JSON that was promised.", answer);
      }
      List<Wire.Task> tasks = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        tasks.add(task(in));
      }
      if (in.nextToken() != null) {
        throw Wire.malformed("The list goes on after its end.", answer);
      }
      return tasks;
    } catch (JacksonException e) {
      throw Wire.malformed("The list is not the JSON that was promised.", answer);
    }
  }

  private static Wire.Task task(JsonParser in) {
    TaskRow row = new TaskRow();
    begin(in);
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "id" -> row.id = text(in);
        case "displayId" -> row.displayId = text(in);
        case "projectId" -> row.projectId = text(in);
        case "title" -> row.title = text(in);
        case "type" -> row.type = text(in);
        case "status" -> row.status = text(in);
        case "priorityId" -> row.priorityId = number(in);
        case "assigneeId" -> row.assigneeId = text(in);
        case "assigneeName" -> row.assigneeName = text(in);
        case "startDate" -> row.startDate = text(in);
        case "dueDate" -> row.dueDate = text(in);
        case "workstream" -> row.workstream = text(in);
        case "tags" -> row.tags = in.readValueAsTree();
        case "obsolete" -> row.obsolete = truth(in);
        case "lastChangedTimestamp" -> row.lastChangedTimestamp = text(in);
        default -> in.skipChildren();
      }
    }
    return row.done();
  }

  /** Reads a feature from its first token to its last. */
  static Wire.Feature feature(JsonParser in) {
    FeatureRow row = new FeatureRow();
    begin(in);
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "uuid" -> row.uuid = text(in);
        case "displayId" -> row.displayId = text(in);
        case "projectId" -> row.projectId = text(in);
        case "title" -> row.title = text(in);
        case "description" -> row.description = text(in);
        case "statusCode" -> row.statusCode = text(in);
        case "priorityCode" -> row.priorityCode = number(in);
        case "responsibleId" -> row.responsibleId = text(in);
        case "workstreamId" -> row.workstreamId = text(in);
        case "tags" -> row.tags = in.readValueAsTree();
        case "obsolete" -> row.obsolete = truth(in);
        case "modifiedAt" -> row.modifiedAt = text(in);
        case "toStatus" -> row.status = named(in);
        case "toRelease" -> row.release = named(in);
        case "toWorkstream" -> row.workstream = named(in);
        case "toTaskAssignments" -> row.assignments = assignments(in);
        default -> in.skipChildren();
      }
    }
    return row.done();
  }

  private static Wire.@Nullable Named named(JsonParser in) {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    String uuid = null;
    String code = null;
    String label = null;
    begin(in);
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "uuid" -> uuid = text(in);
        case "code" -> code = text(in);
        case "name" -> label = text(in);
        default -> in.skipChildren();
      }
    }
    return new Wire.Named(uuid, code, label);
  }

  private static @Nullable List<Wire.Assignment> assignments(JsonParser in) {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected();
    }
    List<Wire.Assignment> assignments = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      assignments.add(assignment(in));
    }
    return assignments;
  }

  private static Wire.Assignment assignment(JsonParser in) {
    String uuid = null;
    String title = null;
    String type = null;
    begin(in);
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "uuid" -> uuid = text(in);
        case "title" -> title = text(in);
        case "type" -> type = text(in);
        default -> in.skipChildren();
      }
    }
    return new Wire.Assignment(uuid, title, type);
  }

  private static void begin(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected();
    }
  }

  private static @Nullable String text(JsonParser in) {
    JsonToken token = in.currentToken();
    if (!token.isScalarValue()) {
      throw unexpected();
    }
    return token == JsonToken.VALUE_NULL ? null : in.getString();
  }

  private static @Nullable Integer number(JsonParser in) {
    String text = text(in);
    try {
      return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw unexpected();
    }
  }

  private static @Nullable Boolean truth(JsonParser in) {
    String text = text(in);
    return text == null ? null : Boolean.valueOf(text);
  }

  private static FaultException unexpected() {
    return new FaultException(Fault.of(Kind.MALFORMED, "A row is not what was promised."));
  }

  private static final class TaskRow {
    private @Nullable String id;
    private @Nullable String displayId;
    private @Nullable String projectId;
    private @Nullable String title;
    private @Nullable String type;
    private @Nullable String status;
    private @Nullable Integer priorityId;
    private @Nullable String assigneeId;
    private @Nullable String assigneeName;
    private @Nullable String startDate;
    private @Nullable String dueDate;
    private @Nullable String workstream;
    private @Nullable JsonNode tags;
    private @Nullable Boolean obsolete;
    private @Nullable String lastChangedTimestamp;

    /** The list carries no descriptions. */
    Wire.Task done() {
      return new Wire.Task(
          id,
          displayId,
          projectId,
          title,
          null,
          type,
          status,
          priorityId,
          assigneeId,
          assigneeName,
          startDate,
          dueDate,
          workstream,
          tags,
          obsolete,
          lastChangedTimestamp);
    }
  }

  private static final class FeatureRow {
    private @Nullable String uuid;
    private @Nullable String displayId;
    private @Nullable String projectId;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable String statusCode;
    private @Nullable Integer priorityCode;
    private @Nullable String responsibleId;
    private @Nullable String workstreamId;
    private @Nullable JsonNode tags;
    private @Nullable Boolean obsolete;
    private @Nullable String modifiedAt;
    private Wire.@Nullable Named status;
    private Wire.@Nullable Named release;
    private Wire.@Nullable Named workstream;
    private @Nullable List<Wire.Assignment> assignments;

    Wire.Feature done() {
      return new Wire.Feature(
          uuid,
          displayId,
          projectId,
          title,
          description,
          statusCode,
          priorityCode,
          responsibleId,
          workstreamId,
          tags,
          obsolete,
          modifiedAt,
          status,
          release,
          workstream,
          assignments);
    }
  }

  private Rows() {}
}

package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.wire.Faults;
import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The shapes on the wire; what we do not use is not named, absent and null are alike. */
final class Wire {

  record Project(@Nullable String id, @Nullable String name, @Nullable String status) {}

  /** One task of the list or of a single read; only the latter carries a description. */
  record Task(
      @Nullable String id,
      @Nullable String displayId,
      @Nullable String projectId,
      @Nullable String title,
      @Nullable String description,
      @Nullable String type,
      @Nullable String status,
      @Nullable Integer priorityId,
      @Nullable String assigneeId,
      @Nullable String assigneeName,
      @Nullable String startDate,
      @Nullable String dueDate,
      @Nullable String workstream,
      @Nullable JsonNode tags,
      @Nullable Boolean obsolete,
      @Nullable String lastChangedTimestamp)
      implements Pager.Row {

    @Override
    public String key() {
      return required(id, "a task without id");
    }

    @Override
    public String marker() {
      return String.valueOf(lastChangedTimestamp);
    }
  }

  record Named(@Nullable String uuid, @Nullable String code, @Nullable String name) {}

  record Assignment(@Nullable String uuid, @Nullable String title, @Nullable String type) {

    /** Rows of unknown type are kept: a join with stories drops them if they are none. */
    boolean mayBeStory() {
      return uuid != null && (type == null || type.equals("CALMUS"));
    }
  }

  record Feature(
      @Nullable String uuid,
      @Nullable String displayId,
      @Nullable String projectId,
      @Nullable String title,
      @Nullable String description,
      @Nullable String statusCode,
      @Nullable Integer priorityCode,
      @Nullable String responsibleId,
      @Nullable String workstreamId,
      @Nullable JsonNode tags,
      @Nullable Boolean obsolete,
      @Nullable String modifiedAt,
      @Nullable Named toStatus,
      @Nullable Named toRelease,
      @Nullable Named toWorkstream,
      @Nullable List<Assignment> toTaskAssignments)
      implements Pager.Row {

    @Override
    public String key() {
      return required(uuid, "a feature without uuid");
    }

    @Override
    public String marker() {
      return String.valueOf(modifiedAt);
    }

    List<Assignment> assignments() {
      return toTaskAssignments == null
          ? List.of()
          : toTaskAssignments.stream().filter(Assignment::mayBeStory).toList();
    }
  }

  record FeatureAssignment(@Nullable String featureId) {}

  record Comment(@Nullable String id, @Nullable String text) {}

  record Reference(@Nullable String id, @Nullable String name, @Nullable String url) {}

  /** Reads a bare JSON array, as the REST services answer. */
  static <T> List<T> list(HttpAnswer answer, Class<T> type) {
    try {
      return Json.MAPPER.readerForListOf(type).readValue(answer.body());
    } catch (JacksonException e) {
      throw malformed("The list is not the JSON that was promised.", answer);
    }
  }

  static <T> T one(HttpAnswer answer, Class<T> type) {
    try {
      T value = Json.MAPPER.readValue(answer.body(), type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      // Told below: the cause would quote the body.
    }
    throw malformed("The answer is not the JSON that was promised.", answer);
  }

  static <T> T one(JsonNode node, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(node, type);
    } catch (JacksonException e) {
      throw new FaultException(Fault.of(Kind.MALFORMED, "A row is not what was promised."), e);
    }
  }

  static String required(@Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new FaultException(Fault.of(Kind.MALFORMED, "Cloud ALM sent " + what + "."));
    }
    return value;
  }

  static FaultException malformed(String message, HttpAnswer answer) {
    String excerpt = Faults.short500(Faults.plain(answer));
    return new FaultException(new Fault(Kind.MALFORMED, message, null, null, excerpt));
  }

  private Wire() {}
}

package io.tyto.simulator.alm;

import io.tyto.simulator.odata.ODataError;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.FeatureStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the properties of a body into a feature (facts: Cloud ALM 4.2, 4.5). */
final class FeatureEdit {
  /** Known, and passed over when sent: the service computes them or fixes them at creation. */
  private static final Set<String> FIXED =
      Set.of("uuid", "displayId", "projectId", "type", "tags", "modifiedAt");

  private static final Set<String> WRITABLE =
      Set.of(
          "title",
          "description",
          "statusCode",
          "priorityCode",
          "responsibleId",
          "scopeId",
          "releaseId",
          "workstreamId");
  private static final Set<String> NESTED = Set.of("toURLReferences", "toExternalReferences");

  private FeatureEdit() {}

  static void refuseUnknown(ObjectNode body, boolean create) {
    Set<String> known = new HashSet<>(FIXED);
    known.addAll(WRITABLE);
    if (create) {
      known.addAll(NESTED);
    }
    refuseOthers(body, "Features", known);
  }

  static void refuseOthers(ObjectNode body, String type, Set<String> known) {
    for (String name : body.propertyNames()) {
      if (!known.contains(name) && !name.startsWith("@")) {
        throw ODataError.bad("Property '" + name + "' does not exist in '" + type + "'");
      }
    }
  }

  static Feature apply(Feature before, ObjectNode body) {
    Feature.Edit edit = before.edit();
    if (body.has("title")) {
      String title = text(body, "title", 600);
      if (title == null || title.isBlank()) {
        throw ODataError.bad("Value is required for 'title'");
      }
      edit.title(title);
    }
    if (body.has("description")) {
      edit.description(text(body, "description", 500_000));
    }
    if (body.has("statusCode")) {
      String code = String.valueOf(text(body, "statusCode", 60));
      edit.status(
          FeatureStatus.of(code)
              .orElseThrow(() -> ODataError.bad("'" + code + "' is no valid statusCode")));
    }
    if (body.has("priorityCode")) {
      edit.priority(priority(body.get("priorityCode")));
    }
    if (body.has("responsibleId")) {
      edit.responsibleId(text(body, "responsibleId", 255));
    }
    if (body.has("scopeId")) {
      edit.scopeId(guid(body, "scopeId"));
    }
    if (body.has("releaseId")) {
      edit.releaseId(guid(body, "releaseId"));
    }
    if (body.has("workstreamId")) {
      edit.workstreamId(text(body, "workstreamId", 36));
    }
    return edit.done();
  }

  private static int priority(JsonNode value) {
    if (!value.isInt()) {
      throw ODataError.bad("Value of 'priorityCode' must be of type Edm.Int32");
    }
    if (!List.of(10, 20, 30, 40).contains(value.asInt())) {
      throw ODataError.bad("'" + value + "' is no valid priorityCode");
    }
    return value.asInt();
  }

  static @Nullable String text(ObjectNode body, String name, int longest) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw ODataError.bad("Value of '" + name + "' must be of type Edm.String");
    }
    if (value.asString().length() > longest) {
      throw ODataError.bad("Value of '" + name + "' exceeds the maximum length " + longest);
    }
    return value.asString();
  }

  private static @Nullable UUID guid(ObjectNode body, String name) {
    String text = text(body, name, 36);
    return text == null ? null : FeatureRoutes.guid(text);
  }
}

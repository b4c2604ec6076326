package io.tyto.connector.cloudalm;

import com.sap.cloud.sdk.datamodel.odata.client.ODataProtocol;
import com.sap.cloud.sdk.datamodel.odata.client.expression.FieldReference;
import com.sap.cloud.sdk.datamodel.odata.client.expression.ValueBoolean;
import com.sap.cloud.sdk.datamodel.odata.client.expression.ValueDateTimeOffset;
import com.sap.cloud.sdk.datamodel.odata.client.expression.ValueGuid;
import com.sap.cloud.sdk.datamodel.odata.client.expression.ValueString;
import com.sap.cloud.sdk.datamodel.odata.client.query.Order;
import com.sap.cloud.sdk.datamodel.odata.client.query.StructuredQuery;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paths and queries of the three APIs (facts: Cloud ALM 2 to 4). */
final class Api {
  static final String PROJECTS = "/calm-projects/v1/projects";
  static final String TASKS = "/calm-tasks/v1/tasks";
  static final String FEATURE_SERVICE = "/calm-features/v1";
  static final String FEATURES = FEATURE_SERVICE + "/Features";
  static final String FEATURE_STATUS = FEATURE_SERVICE + "/FeatureStatus";

  private static final ODataProtocol V4 = ODataProtocol.V4;
  private static final String[] EXPANDED = {
    "toTaskAssignments", "toRelease", "toWorkstream", "toStatus"
  };

  static String project(String id) {
    return PROJECTS + "/" + segment(id);
  }

  static String task(String id) {
    return TASKS + "/" + segment(id);
  }

  /** User stories of a project; only {@code gt} is offered, so the caller overlaps its window. */
  static String stories(String projectId, @Nullable Instant since, int offset, int limit) {
    return TASKS
        + "?projectId="
        + segment(projectId)
        + "&type=CALMUS"
        + (since == null ? "" : "&lastChangedTimestamp=gt:" + since)
        + "&offset="
        + offset
        + "&limit="
        + limit;
  }

  static String feature(String uuid) {
    return FEATURES + "/" + uuid(uuid) + "?" + expanded().getEncodedQueryString();
  }

  static String bareFeature(String uuid) {
    return FEATURES + "/" + uuid(uuid);
  }

  static String features(String projectId, @Nullable Instant since, int skip, int top) {
    return features(expanded(), projectId, since, skip, top);
  }

  /**
   * Change markers and assignments alone.
   *
   * @param lean whether of the assignments, too, only what names a story; it is not known whether
   *     the service takes options inside {@code $expand} (facts: Cloud ALM 5)
   */
  static String assignments(String projectId, boolean lean, int skip, int top) {
    StructuredQuery assigned = StructuredQuery.asNestedQueryOnProperty("toTaskAssignments", V4);
    StructuredQuery light =
        StructuredQuery.onEntity("Features", V4)
            .select("uuid", "modifiedAt")
            .select(lean ? assigned.select("uuid", "type") : assigned);
    return features(light, projectId, null, skip, top);
  }

  private static String features(
      StructuredQuery columns, String projectId, @Nullable Instant since, int skip, int top) {
    ValueBoolean filter =
        FieldReference.of("projectId").equalTo(ValueGuid.literal(uuid(projectId)));
    if (since != null) {
      var after = ValueDateTimeOffset.literal(since.atOffset(ZoneOffset.UTC));
      filter = filter.and(FieldReference.of("modifiedAt").greaterThan(after));
    }
    StructuredQuery query =
        columns.filter(filter).orderBy("uuid", Order.ASC).top(top).skip(skip).withInlineCount();
    return FEATURES + "?" + query.getEncodedQueryString();
  }

  static String anyFeature() {
    return FEATURES + "?" + StructuredQuery.onEntity("Features", V4).top(1).getEncodedQueryString();
  }

  static String externalReferences(String featureUuid) {
    return bareFeature(featureUuid) + "/toExternalReferences";
  }

  static String externalReferences(String featureUuid, String id) {
    var filter = FieldReference.of("id").equalTo(ValueString.literal(id));
    var query = StructuredQuery.onEntity("ExternalReferences", V4).filter(filter);
    return externalReferences(featureUuid) + "?" + query.getEncodedQueryString();
  }

  /** Composite key as two segments (facts: Cloud ALM 4.1). */
  static String externalReference(String featureUuid, String id) {
    return FEATURE_SERVICE + "/ExternalReferences/" + segment(id) + "/" + uuid(featureUuid);
  }

  private static StructuredQuery expanded() {
    return StructuredQuery.onEntity("Features", V4)
        .select(
            Stream.of(EXPANDED)
                .map(name -> StructuredQuery.asNestedQueryOnProperty(name, V4))
                .toArray(StructuredQuery[]::new));
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new FaultException(
          Fault.of(Kind.NOT_FOUND, "Cloud ALM names its items by UUID; this is none: " + text), e);
    }
  }

  private Api() {}
}

package io.tyto.connector.cpi.wire;

import io.tyto.connector.kit.wire.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the tenant's OData V2 JSON (facts: 1.2). */
final class ODataJson {
  private static final Pattern EPOCH_MILLIS = Pattern.compile("/Date\\((-?\\d+)([+-]\\d+)?\\)/");

  private ODataJson() {}

  static List<JsonNode> results(JsonNode answer) {
    List<JsonNode> rows = new ArrayList<>();
    answer.path("d").path("results").forEach(rows::add);
    return rows;
  }

  static String textOr(JsonNode entity, String property, String otherwise) {
    String value = Json.text(entity, property);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** {@code /Date(1521463557739)/}, or ISO without zone as newer tenants write it. */
  static @Nullable Instant instant(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    Matcher epoch = EPOCH_MILLIS.matcher(value);
    if (epoch.matches()) {
      return Instant.ofEpochMilli(Long.parseLong(epoch.group(1)));
    }
    try {
      return value.endsWith("Z")
          ? Instant.parse(value)
          : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}

package io.tyto.simulator.odata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities as JSON with the short annotations of OData 4.01 (facts: Cloud ALM 4.3). */
public final class Rendering {
  private Rendering() {}

  /** An entity with what was selected and expanded; its own annotations are the caller's. */
  public static Map<String, @Nullable Object> entity(Row row, QueryOptions options) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    EntityType<?> type = row.type();
    if (options.select().isEmpty()) {
      type.properties().keySet().forEach(name -> json.put(name, plain(row.value(name))));
    } else {
      // CAP always adds the key to a selection.
      type.key().forEach(name -> json.put(name, plain(row.value(name))));
      options.select().forEach(name -> json.put(name, plain(row.value(name))));
    }
    options
        .expand()
        .forEach((name, inner) -> {
          List<Row> targets = inner.arrange(row.follow(name));
          if (type.navigation(name).many()) {
            if (inner.count()) {
              json.put(name + "@count", targets.size());
            }
            json.put(name, entities(cut(targets, inner), inner));
          } else {
            json.put(name, targets.isEmpty() ? null : entity(targets.getFirst(), inner));
          }
        });
    return json;
  }

  public static List<Map<String, @Nullable Object>> entities(List<Row> rows, QueryOptions options) {
    return rows.stream().map(row -> entity(row, options)).toList();
  }

  private static List<Row> cut(List<Row> rows, QueryOptions options) {
    int from = Math.min(options.skip(), rows.size());
    Integer top = options.top();
    int to = top == null ? rows.size() : (int) Math.min((long) from + top, rows.size());
    return rows.subList(from, to);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value == null || value instanceof Integer || value instanceof Boolean
        ? value
        : value instanceof List<?> || value instanceof Instant
            ? listOrTime(value)
            : value.toString();
  }

  private static Object listOrTime(Object value) {
    return value instanceof Instant time ? time.toString() : value;
  }
}

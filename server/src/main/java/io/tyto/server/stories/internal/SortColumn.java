package io.tyto.server.stories.internal;

import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column work items can be sorted by; its SQL comes from here and never from the caller. */
record SortColumn(String name, String sql, boolean descending) {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "id", "''",
          "title", "lower(w.title)",
          "status", "w.status_label",
          "priority", "lpad(coalesce(w.priority, 99)::text, 4, '0')",
          "assignee", "coalesce(w.assignee, '')",
          "release", "coalesce(w.release_name, '')",
          "pipelineStatus", "coalesce(w.pipeline_status, '')");

  static SortColumn of(@Nullable String sort) {
    String wanted = sort == null || sort.isEmpty() ? "id" : sort;
    boolean descending = wanted.startsWith("-");
    String name = descending ? wanted.substring(1) : wanted;
    String sql = COLUMNS.get(name);
    if (sql == null) {
      throw Refusal.at(
          "sort",
          GeneralRefusal.INVALID,
          "Sort by one of %s, with - before it for descending."
              .formatted(String.join(", ", COLUMNS.keySet().stream().sorted().toList())));
    }
    return new SortColumn(name, sql, descending);
  }

  String order() {
    String direction = descending ? " DESC" : "";
    return name.equals("id") ? "w.number" + direction : sql + direction + ", w.number" + direction;
  }

  /** Rows after the cursor; parameters {@code afterKey} and {@code afterNumber}. */
  String after() {
    String comparison = descending ? "<" : ">";
    return name.equals("id")
        ? "w.number " + comparison + " :afterNumber"
        : "(" + sql + ", w.number) " + comparison + " (:afterKey, :afterNumber)";
  }
}

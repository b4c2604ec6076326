package io.tyto.server.stories.internal;

import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemDesk.StatusInUse;
import io.tyto.server.stories.WorkItemQuery;
import io.tyto.server.stories.WorkItemView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads work items. */
@Repository
class WorkItemStore {
  private final JdbcClient jdbc;

  WorkItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<WorkItemView> find(WorkItemId id) {
    return jdbc.sql(WorkItemRows.SELECT + "WHERE w.id = :id")
        .param("id", id.value())
        .query(WorkItemRows::view)
        .optional();
  }

  Map<WorkItemId, String> titles(Collection<WorkItemId> ids) {
    Map<WorkItemId, String> titles = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("SELECT id, title FROM work_item WHERE id IN (:ids)")
          .param("ids", ids.stream().map(WorkItemId::value).distinct().toList())
          .query(row -> {
            titles.put(new WorkItemId(row.getString("id")), row.getString("title"));
          });
    }
    return titles;
  }

  List<WorkItemView> childrenOf(WorkItemId feature) {
    return jdbc.sql(
            WorkItemRows.SELECT
                + """
                JOIN work_item_parent up ON up.child = w.id
                WHERE up.parent = :feature AND NOT w.gone ORDER BY w.number
                """)
        .param("feature", feature.value())
        .query(WorkItemRows::view)
        .list();
  }

  /** From one to the next along the index, instead of reading every row. */
  List<StatusInUse> statuses(ProjectKey project) {
    return jdbc.sql(
            """
            WITH RECURSIVE seen AS (
              (SELECT w.type, w.status_code, w.status_label FROM work_item w
               WHERE w.project = :project
               ORDER BY w.type, w.status_code, w.status_label LIMIT 1)
              UNION ALL
              SELECT next.* FROM seen CROSS JOIN LATERAL
                (SELECT w.type, w.status_code, w.status_label FROM work_item w
                 WHERE w.project = :project AND (w.type, w.status_code, w.status_label)
                   > (seen.type, seen.status_code, seen.status_label)
                 ORDER BY w.type, w.status_code, w.status_label LIMIT 1) next
            )
            SELECT * FROM seen ORDER BY type, status_label
            """)
        .param("project", project.value())
        .query((row, n) ->
            new StatusInUse(
                WorkItemView.Type.valueOf(row.getString("type")),
                row.getString("status_code"),
                row.getString("status_label")))
        .list();
  }

  Page<WorkItemView> list(WorkItemQuery query, PageQuery page) {
    SortColumn sort = SortColumn.of(query.sort());
    List<String> after = Cursor.read(page.cursor(), 2);
    String where = where(query);
    String beyond = after.isEmpty() ? "" : " AND " + sort.after();
    String sql =
        "SELECT w.*, sorted_by, "
            + WorkItemRows.RELATED
            + "FROM (SELECT w.*, "
            + sort.sql()
            + " AS sorted_by FROM work_item w "
            + where
            + beyond
            + " ORDER BY "
            + sort.order()
            + " LIMIT :limit) w ORDER BY "
            + (sort.descending() ? "sorted_by DESC, w.number DESC" : "sorted_by, w.number");
    List<Row> rows =
        parameters(jdbc.sql(sql), query)
            .param("limit", page.size() + 1)
            .param("afterKey", after.isEmpty() ? "" : after.get(0))
            .param("afterNumber", after.isEmpty() ? 0 : number(after.get(1)))
            .query((row, n) ->
                new Row(
                    WorkItemRows.view(row, n), row.getString("sorted_by"), row.getInt("number")))
            .list();
    Page<WorkItemView> cut =
        Page.cut(rows, page.size(), last -> Cursor.of(last.key(), String.valueOf(last.number())))
            .map(Row::item);
    return page.counted() ? cut.withTotal(count(query, where)) : cut;
  }

  private long count(WorkItemQuery query, String where) {
    return parameters(jdbc.sql("SELECT count(*) FROM work_item w " + where), query)
        .query(Long.class)
        .single();
  }

  private static JdbcClient.StatementSpec parameters(
      JdbcClient.StatementSpec statement, WorkItemQuery query) {
    return statement
        .param("project", query.project().value())
        .param("parent", query.parent())
        .param("type", query.type() == null ? null : query.type().name())
        .param("status", query.status())
        .param("gone", query.gone())
        .param("q", pattern(query.q()));
  }

  /** Only what is asked for: the planner takes an index for it. */
  private static String where(WorkItemQuery query) {
    return "WHERE w.project = :project"
        + (query.type() == null ? "" : " AND w.type = :type")
        + (query.status() == null
            ? ""
            : " AND (w.status_code = :status OR w.status_label = :status)")
        + (query.gone() == null ? "" : " AND w.gone = :gone")
        + tree(query.parent())
        + search(query.q());
  }

  private static String tree(@Nullable String parent) {
    if (parent == null || parent.isEmpty()) {
      return "";
    }
    return parent.equals("root")
        ? " AND w.top"
        : " AND w.id IN (SELECT p.child FROM work_item_parent p WHERE p.parent = :parent)";
  }

  private static String search(@Nullable String q) {
    return q == null || q.isBlank() ? "" : " AND " + SearchText.MATCHES;
  }

  private static @Nullable String pattern(@Nullable String q) {
    return q == null || q.isBlank() ? null : new SearchText(q).pattern();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException tampered) {
      throw Refusal.at("cursor", GeneralRefusal.BAD_CURSOR, "Take the cursor from nextCursor.");
    }
  }

  private record Row(WorkItemView item, String key, int number) {}
}

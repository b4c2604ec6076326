package io.tyto.server.stories.internal;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps rows to views; one select list for all reads. */
final class WorkItemRows {
  /** A feature stands under nothing, and under a story stands nothing: half the look-ups. */
  static final String RELATED =
      """
      CASE WHEN w.type = 'USER_STORY' THEN
        ARRAY(SELECT p.parent FROM work_item_parent p WHERE p.child = w.id ORDER BY p.parent)
        ELSE '{}' END AS parents,
      CASE WHEN w.type = 'FEATURE' THEN
        (SELECT count(*) FROM work_item_parent p WHERE p.parent = w.id) ELSE 0 END AS children,
      (SELECT r.name FROM release_version r WHERE r.id = w.release_version_id) AS release_version
      """;

  static final String SELECT = "SELECT w.*, " + RELATED + "FROM work_item w ";

  private WorkItemRows() {}

  static WorkItemView view(ResultSet row, int number) throws SQLException {
    List<WorkItemId> parents =
        Stream.of((String[]) row.getArray("parents").getArray()).map(WorkItemId::new).toList();
    return new WorkItemView(
        new WorkItemId(row.getString("id")),
        row.getString("integration_id"),
        row.getString("external_id") == null
            ? row.getString("external_uuid")
            : row.getString("external_id"),
        row.getString("external_uuid"),
        row.getString("external_url"),
        WorkItemView.Type.valueOf(row.getString("type")),
        row.getString("title"),
        new WorkItemView.Status(row.getString("status_code"), row.getString("status_label")),
        row.getString("phase"),
        integer(row, "priority"),
        row.getString("assignee"),
        row.getString("release_name"),
        parents,
        row.getInt("children"),
        row.getString("pipeline_id"),
        row.getString("component"),
        row.getString("release_version_id"),
        row.getString("release_version"),
        row.getBoolean("no_artifacts"),
        row.getString("validation_status"),
        row.getString("pipeline_stage"),
        row.getString("pipeline_status"),
        row.getBoolean("gone"),
        row.getInt("version"));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}

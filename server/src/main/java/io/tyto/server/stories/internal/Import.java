package io.tyto.server.stories.internal;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.StatusReached;
import io.tyto.server.stories.StoryImport.Gone;
import io.tyto.server.stories.WorkItemView;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The steps of one import inside its transaction. */
final class Import {
  private static final int MANY = 1_000;

  private final JdbcClient jdbc;
  private final String syncId;
  private final String project;
  private final String integration;
  private int firstFresh = Integer.MAX_VALUE;

  Import(JdbcClient jdbc, String syncId, String project, String integration) {
    this.jdbc = jdbc;
    this.syncId = syncId;
    this.project = project;
    this.integration = integration;
  }

  /** Whole sets are joined: in memory, for this transaction only. */
  void takeRoom() {
    jdbc.sql("SELECT set_config('work_mem', '64MB', true)").query(String.class).single();
  }

  /**
   * Paging over changing data may bring an item twice: the later one is the truer one. Just filled,
   * the table has no statistics, and without them each row would be compared with all others.
   */
  void dropDuplicates() {
    jdbc.sql("ANALYZE work_item_staging (sync_id, external_uuid, type)").update();
    statement(
            """
            DELETE FROM work_item_staging WHERE sync_id = :sync AND seq IN (
              SELECT seq FROM (
                SELECT seq, row_number() OVER (PARTITION BY external_uuid ORDER BY seq DESC) AS place
                FROM work_item_staging WHERE sync_id = :sync) s
              WHERE place > 1)
            """)
        .update();
    jdbc.sql("CREATE TEMPORARY TABLE touched (id text, old_status text) ON COMMIT DROP").update();
  }

  private int countNew() {
    return statement(
            """
            SELECT count(*) FROM work_item_staging s WHERE s.sync_id = :sync AND NOT EXISTS (
              SELECT FROM work_item w WHERE w.integration_id = :integration
                AND w.external_uuid = s.external_uuid)
            """)
        .query(Integer.class)
        .single();
  }

  int insertNew() {
    int count = countNew();
    if (count == 0) {
      return 0;
    }
    firstFresh =
        statement(
                """
                INSERT INTO work_item_counter (project, next) VALUES (:project, 1 + :count)
                ON CONFLICT (project) DO UPDATE SET next = work_item_counter.next + :count
                RETURNING next - :count
                """)
            .param("count", count)
            .query(Integer.class)
            .single();
    statement(
            """
            INSERT INTO work_item (id, project, number, integration_id, external_uuid, external_id,
              external_url, type, title, status_code, status_label, phase, priority, assignee,
              release_name, workstream, tags, start_date, due_date, changed_at, content_hash, top)
            SELECT :project || '-' || n.number, :project, n.number, :integration, n.external_uuid,
              n.external_id, n.external_url, n.type, n.title, n.status_code, n.status_label,
              n.phase, n.priority, n.assignee, n.release_name, n.workstream, n.tags, n.start_date,
              n.due_date, n.changed_at, n.content_hash, n.parents = '{}'
            FROM (SELECT s.*, :first - 1 + row_number() OVER (ORDER BY s.seq) AS number
              FROM work_item_staging s WHERE s.sync_id = :sync AND NOT EXISTS (
                SELECT FROM work_item w WHERE w.integration_id = :integration
                  AND w.external_uuid = s.external_uuid)) n
            """)
        .param("first", firstFresh)
        .update();
    if (count >= MANY) {
      // The planner still believes the table to be as small as it was.
      jdbc.sql("ANALYZE work_item").update();
    }
    return count;
  }

  /**
   * An item whose change marker alone moved is written, for its description, but did not change.
   */
  void updateChanged() {
    statement(
            """
            WITH changed AS (
              SELECT s.*, w.id AS item, w.status_code AS old_status,
                w.content_hash <> s.content_hash OR w.gone AS visibly
              FROM work_item_staging s JOIN work_item w ON w.integration_id = :integration
                AND w.external_uuid = s.external_uuid
              WHERE s.sync_id = :sync AND (w.content_hash <> s.content_hash OR w.gone
                OR w.changed_at IS DISTINCT FROM s.changed_at)),
            written AS (
              UPDATE work_item w SET external_id = s.external_id, external_url = s.external_url,
                type = s.type, title = s.title, status_code = s.status_code,
                status_label = s.status_label, phase = s.phase, priority = s.priority,
                assignee = s.assignee, release_name = s.release_name, workstream = s.workstream,
                tags = s.tags, start_date = s.start_date, due_date = s.due_date,
                changed_at = s.changed_at, content_hash = s.content_hash, gone = false,
                gone_reason = NULL
              FROM changed s WHERE w.id = s.item)
            INSERT INTO touched SELECT item, old_status FROM changed WHERE visibly
            """)
        .update();
  }

  /**
   * Brings the pairs to what features and stories tell. A feature's word counts for stories that
   * were not staged too, unless its ids match no story at all: then they are row ids, not story
   * ids.
   */
  void moveParents(boolean full) {
    desiredPairs();
    statement(
            """
            WITH dropped AS (
              DELETE FROM work_item_parent p USING work_item child, work_item parent
              WHERE child.id = p.child AND parent.id = p.parent
                AND child.integration_id = :integration
                AND NOT EXISTS (
                  SELECT FROM desired d WHERE d.child = p.child AND d.parent = p.parent)
                AND (EXISTS (SELECT FROM work_item_staging s WHERE s.sync_id = :sync
                    AND s.external_uuid = child.external_uuid)
                  OR (:byFeature AND EXISTS (SELECT FROM work_item_staging s
                    WHERE s.sync_id = :sync AND s.external_uuid = parent.external_uuid)))
              RETURNING p.child),
            added AS (
              INSERT INTO work_item_parent (child, parent)
              SELECT d.child, d.parent FROM desired d WHERE NOT EXISTS (
                SELECT FROM work_item_parent p WHERE p.child = d.child AND p.parent = d.parent)
              RETURNING child)
            INSERT INTO moved SELECT child FROM dropped UNION SELECT child FROM added
            """)
        .param("byFeature", full || featuresTell())
        .update();
    statement(
            """
            UPDATE work_item w SET top = NOT w.top WHERE w.id IN (SELECT id FROM moved)
              AND w.top = EXISTS (SELECT FROM work_item_parent p WHERE p.child = w.id)
            """)
        .update();
  }

  private boolean featuresTell() {
    return statement(
            """
            SELECT NOT EXISTS (SELECT FROM work_item_staging
                WHERE sync_id = :sync AND assigned <> '{}')
              OR EXISTS (SELECT FROM work_item_staging s CROSS JOIN unnest(s.assigned) a
                JOIN work_item w ON w.integration_id = :integration AND w.external_uuid = a
                WHERE s.sync_id = :sync)
            """)
        .query(Boolean.class)
        .single();
  }

  private void desiredPairs() {
    jdbc.sql("CREATE TEMPORARY TABLE moved (id text) ON COMMIT DROP").update();
    statement(
            """
            CREATE TEMPORARY TABLE desired ON COMMIT DROP AS
            SELECT child.id AS child, parent.id AS parent
            FROM work_item_staging s CROSS JOIN unnest(s.assigned) AS a (uuid)
            JOIN work_item parent ON parent.integration_id = :integration
              AND parent.external_uuid = s.external_uuid
            JOIN work_item child ON child.integration_id = :integration
              AND child.external_uuid = a.uuid AND child.type = 'USER_STORY'
            WHERE s.sync_id = :sync
            UNION
            SELECT child.id, parent.id
            FROM work_item_staging s CROSS JOIN unnest(s.parents) AS f (uuid)
            JOIN work_item child ON child.integration_id = :integration
              AND child.external_uuid = s.external_uuid
            JOIN work_item parent ON parent.integration_id = :integration
              AND parent.external_uuid = f.uuid AND parent.type = 'FEATURE'
            WHERE s.sync_id = :sync
            """)
        .update();
    jdbc.sql("CREATE INDEX ON desired (child, parent)").update();
  }

  /** Known before this import, and changed or moved by it. */
  int countTouched() {
    return statement(
            """
            SELECT count(*) FROM (
              SELECT id FROM touched UNION
              SELECT m.id FROM moved m JOIN work_item w ON w.id = m.id WHERE w.number < :first) t
            """)
        .param("first", firstFresh)
        .query(Integer.class)
        .single();
  }

  /** Known items that now have another status. */
  List<StatusReached> statusesReached() {
    return jdbc.sql(
            """
            SELECT w.id, w.status_code, w.status_label, w.phase
            FROM touched t JOIN work_item w ON w.id = t.id
            WHERE t.old_status IS DISTINCT FROM w.status_code AND t.old_status IS NOT NULL
            ORDER BY w.number
            """)
        .query((row, number) ->
            new StatusReached(
                new WorkItemId(row.getString("id")),
                new WorkItemView.Status(
                    row.getString("status_code"), row.getString("status_label")),
                row.getString("phase")))
        .list();
  }

  /** One that replaces another is a change of the item. */
  void storeDescriptions(OffsetDateTime now) {
    statement(
            """
            WITH stored AS (
            INSERT INTO work_item_description (work_item, html, changed_at, read_at)
            SELECT w.id, s.description, s.changed_at, :now
            FROM work_item_staging s JOIN work_item w ON w.integration_id = :integration
              AND w.external_uuid = s.external_uuid
            WHERE s.sync_id = :sync AND s.description IS NOT NULL
            ON CONFLICT (work_item) DO UPDATE SET html = excluded.html,
              changed_at = excluded.changed_at, read_at = excluded.read_at
            WHERE work_item_description.html <> excluded.html
            RETURNING work_item, xmax::text <> '0' AS replaced)
            INSERT INTO touched SELECT work_item, NULL FROM stored WHERE replaced
            """)
        .param("now", now)
        .update();
  }

  int markGone(Gone item) {
    return statement(
            """
            UPDATE work_item SET gone = true, gone_reason = :reason
            WHERE integration_id = :integration AND external_uuid = :uuid AND NOT gone
            """)
        .param("uuid", item.externalUuid())
        .param("reason", item.reason())
        .update();
  }

  private StatementSpec statement(String sql) {
    return jdbc.sql(sql)
        .param("sync", syncId)
        .param("project", project)
        .param("integration", integration);
  }
}

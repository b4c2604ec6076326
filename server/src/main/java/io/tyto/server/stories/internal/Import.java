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

  /**
   * Whole sets are joined: in memory, for this transaction only, and without remembering single
   * look-ups, because no value comes twice. Just filled, the table has no statistics, and without
   * them many rows would be taken for few.
   */
  void prepare(int staged) {
    jdbc.sql(
            """
            SELECT set_config('work_mem', '64MB', true), set_config('enable_memoize', 'off', true),
              set_config('max_parallel_workers_per_gather', '0', true)
            """)
        .query(row -> {});
    if (staged >= MANY) {
      jdbc.sql("ANALYZE work_item_staging (sync_id, external_uuid, whole)").update();
    }
  }

  /**
   * Paging over changing data may bring an item twice: the later one is the truer one.
   *
   * @return rows that are left
   */
  int dropDuplicates(int staged) {
    int dropped =
        statement(
                """
                DELETE FROM work_item_staging s USING (
                  SELECT external_uuid, max(seq) AS last FROM work_item_staging
                  WHERE sync_id = :sync GROUP BY external_uuid HAVING count(*) > 1) d
                WHERE s.sync_id = :sync AND s.external_uuid = d.external_uuid AND s.seq < d.last
                """)
            .update();
    jdbc.sql("CREATE TEMPORARY TABLE touched (id text, old_status text) ON COMMIT DROP").update();
    return staged - dropped;
  }

  private int countNew() {
    return statement(
            """
            SELECT count(*) FROM work_item_staging s
            WHERE s.sync_id = :sync AND s.whole AND NOT EXISTS (
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
              release_name, workstream, tags, start_date, due_date, changed_at, content_hash,
              read_hash, assigned_hash, top)
            SELECT :project || '-' || n.number, :project, n.number, :integration, n.external_uuid,
              n.external_id, n.external_url, n.type, n.title, n.status_code, n.status_label,
              n.phase, n.priority, n.assignee, n.release_name, n.workstream, n.tags, n.start_date,
              n.due_date, n.changed_at, n.content_hash, n.read_hash, n.assigned_hash,
              n.parents = '{}'
            FROM (SELECT s.*, :first - 1 + row_number() OVER (ORDER BY s.seq) AS number
              FROM work_item_staging s WHERE s.sync_id = :sync AND s.whole AND NOT EXISTS (
                SELECT FROM work_item w WHERE w.integration_id = :integration
                  AND w.external_uuid = s.external_uuid)) n
            """)
        .param("first", firstFresh)
        .update();
    if (count >= MANY) {
      // The planner still believes the table to be as small as it was.
      jdbc.sql("ANALYZE work_item (id, integration_id, external_uuid, type)").update();
    }
    return count;
  }

  /**
   * An item of which only the change marker or the relations are others is written, to know its
   * reading again, but did not change.
   */
  void updateChanged() {
    statement(
            """
            WITH changed AS (
              SELECT s.*, w.id AS item, w.status_code AS old_status,
                w.content_hash <> s.content_hash OR w.gone AS visibly
              FROM work_item_staging s JOIN work_item w ON w.integration_id = :integration
                AND w.external_uuid = s.external_uuid
              WHERE s.sync_id = :sync AND s.whole
                AND (w.gone OR w.read_hash IS DISTINCT FROM s.read_hash)),
            written AS (
              UPDATE work_item w SET external_id = s.external_id, external_url = s.external_url,
                type = s.type, title = s.title, status_code = s.status_code,
                status_label = s.status_label, phase = s.phase, priority = s.priority,
                assignee = s.assignee, release_name = s.release_name, workstream = s.workstream,
                tags = s.tags, start_date = s.start_date, due_date = s.due_date,
                changed_at = s.changed_at, content_hash = s.content_hash,
                read_hash = s.read_hash, assigned_hash = s.assigned_hash, gone = false,
                gone_reason = NULL
              FROM changed s WHERE w.id = s.item)
            INSERT INTO touched SELECT item, old_status FROM changed WHERE visibly
            """)
        .update();
    statement(
            """
            UPDATE work_item w SET read_hash = NULL, assigned_hash = s.assigned_hash
            FROM work_item_staging s WHERE s.sync_id = :sync AND NOT s.whole
              AND w.integration_id = :integration AND w.external_uuid = s.external_uuid
            """)
        .update();
  }

  /**
   * Brings the pairs of what was staged to what features and stories tell; of the two sides one is
   * enough. Items that were not staged stand as they told before.
   */
  void moveParents() {
    desiredPairs();
    statement(
            """
            WITH dropped AS (
              DELETE FROM work_item_parent p
              WHERE (p.child IN (SELECT id FROM told WHERE parents IS NOT NULL)
                  OR p.parent IN (SELECT id FROM told WHERE assigned IS NOT NULL))
                AND NOT EXISTS (
                  SELECT FROM desired d WHERE d.child = p.child AND d.parent = p.parent)
              RETURNING p.child, p.parent),
            added AS (
              INSERT INTO work_item_parent (child, parent) SELECT child, parent FROM desired
              ON CONFLICT DO NOTHING RETURNING child, parent)
            INSERT INTO moved
            SELECT child, parent, false FROM dropped UNION ALL SELECT child, parent, true FROM added
            """)
        .update();
    statement(
            """
            UPDATE work_item w SET top = false FROM moved m
            WHERE w.id = m.child AND w.top AND m.added
            """)
        .update();
    statement(
            """
            UPDATE work_item w SET top = true
            WHERE w.project = :project AND NOT w.top
              AND (w.number >= :first OR w.id IN (SELECT child FROM moved WHERE NOT added))
              AND NOT EXISTS (SELECT FROM work_item_parent p WHERE p.child = w.id)
            """)
        .param("first", firstFresh)
        .update();
  }

  /** One whose pairs the other side moved no longer stands as it told: its next telling counts. */
  void forgetReadings() {
    statement(
            """
            UPDATE work_item w SET read_hash = NULL, assigned_hash = NULL
            WHERE w.read_hash IS NOT NULL
              AND w.id IN (SELECT child FROM moved UNION SELECT parent FROM moved)
              AND (w.type = 'USER_STORY' OR w.assigned_hash IS NOT NULL)
              AND NOT EXISTS (SELECT FROM told t WHERE t.id = w.id)
            """)
        .update();
  }

  private void desiredPairs() {
    jdbc.sql("CREATE TEMPORARY TABLE moved (child text, parent text, added boolean) ON COMMIT DROP")
        .update();
    statement(
            """
            CREATE TEMPORARY TABLE told ON COMMIT DROP AS
            SELECT w.id, w.number, w.external_uuid AS uuid, s.assigned,
              CASE w.type WHEN 'USER_STORY' THEN s.parents END AS parents
            FROM work_item_staging s JOIN work_item w ON w.integration_id = :integration
              AND w.external_uuid = s.external_uuid
            WHERE s.sync_id = :sync
            """)
        .update();
    jdbc.sql("ANALYZE told (id, number, uuid)").update();
    statement(
            """
            CREATE TEMPORARY TABLE desired ON COMMIT DROP AS
            SELECT child.id AS child, parent.id AS parent
            FROM (
                SELECT a.story, t.uuid AS feature FROM told t CROSS JOIN unnest(t.assigned) a (story)
                UNION
                SELECT t.uuid, p.feature FROM told t CROSS JOIN unnest(t.parents) p (feature)) d
              JOIN work_item child ON child.integration_id = :integration
                AND child.external_uuid = d.story AND child.type = 'USER_STORY'
              JOIN work_item parent ON parent.integration_id = :integration
                AND parent.external_uuid = d.feature AND parent.type = 'FEATURE'
            """)
        .update();
    jdbc.sql("ANALYZE desired").update();
  }

  /**
   * Known before this import, and changed or moved by it.
   *
   * @param staged those that were read themselves: a feature may move a story that was not
   */
  record Touched(int all, int staged) {}

  Touched countTouched() {
    return statement(
            """
            SELECT count(*) AS touched, count(told.id) AS staged FROM (
              SELECT id FROM touched UNION
              SELECT w.id FROM moved m JOIN work_item w ON w.id = m.child
              WHERE w.number < :first) t LEFT JOIN told ON told.id = t.id
            """)
        .param("first", firstFresh)
        .query((row, number) -> new Touched(row.getInt("touched"), row.getInt("staged")))
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

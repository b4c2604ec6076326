package io.tyto.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tyto's runs. Their rows are written by hand, one transaction a run, because a promotion over HTTP
 * does more than start a run; from there on they are the server's. Each run carries a work item of
 * its own, which is linked to Cloud ALM, so that the run's end goes to the outbox and from there to
 * the (simulated) external system.
 */
final class Runs {
  /** How the server hears that another node scheduled something. */
  private static final String RING = "select pg_notify('tyto_live', '')";

  /** What a run does: the kind of each of its tasks. */
  record Work(String name, String pipeline, List<String> kinds) {}

  private final Bed bed;
  private final int items;
  private int nextItem = 1;

  Runs(Bed bed, int items) {
    this.bed = bed;
    this.items = items;
    Backlog backlog = new Backlog(bed);
    backlog.link(items, 0);
    backlog.sync("FULL");
    String me = bed.tyto.get("/api/v1/session").path("user").path("id").asString();
    bed.tyto.send(
        "PUT",
        Backlog.PROJECT + "/members/" + me,
        Map.of("roles", List.of("project-admin", "release-manager"), "deployTo", List.of()));
    carryOneThing();
  }

  /** Every work item carries one deliverable, frozen. */
  private void carryOneThing() {
    bed.sql(
        """
        insert into deliverable (id, work_item, project, kind, name, digest, facts, position,
          added_by, added_at)
        select 'bench-' || id, id, project, 'link', 'A link', 'bench', '{}', 0, 'bench', now()
        from work_item
        """,
        "insert into candidate select id, 1, 'bench', now() from work_item",
        "insert into candidate_deliverable select id, 1, 0, 'bench-' || id from work_item",
        "vacuum analyze");
  }

  /** A pipeline of one stage. */
  Work pipeline(String name, List<Map<String, Object>> tasks) {
    String id =
        bed.tyto
            .post(
                Backlog.PROJECT + "/pipelines",
                Map.of("name", name, "stages", List.of(Map.of("name", "QA", "tasks", tasks))))
            .path("id")
            .asString();
    return new Work(name, id, tasks.stream().map(task -> task.keySet().iterator().next()).toList());
  }

  /** Starts them and says so to the server; their ids. */
  List<String> start(Work work, int count) {
    int first = nextItem;
    nextItem += count;
    if (nextItem > items + 1) {
      throw new BenchException("The bench has too few work items");
    }
    String[] ids = new String[count];
    PeerDatabase.inParallel(4, 4, thread -> startSome(work, first, ids, thread));
    return List.of(ids);
  }

  private void startSome(Work work, int first, String[] ids, int thread) {
    try (Connection connection = bed.connect()) {
      connection.setAutoCommit(false);
      for (int i = thread; i < ids.length; i += 4) {
        ids[i] = "bench-" + UUID.randomUUID();
        write(connection, work, ids[i], Backlog.KEY + "-" + (first + i));
        if (i < 40 || i + 4 >= ids.length) {
          try (Statement bell = connection.createStatement()) {
            bell.execute(RING);
          }
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw new BenchException("A run cannot be started", e);
    }
  }

  private static void write(Connection connection, Work work, String id, String item)
      throws SQLException {
    update(
        connection,
        """
        insert into run (id, project, work_item, pipeline_id, pipeline_version, candidate,
          candidate_digest, promoter, promoter_name, started_at, stage, state, open)
        values (?, ?, ?, ?, 1, 1, 'bench', 'bench', 'bench', now(), 'QA', 'RUNNING', true)
        """,
        id,
        Backlog.KEY,
        item,
        work.pipeline());
    update(
        connection,
        """
        insert into run_item (run_id, position, work_item, candidate, candidate_digest, open)
        values (?, 0, ?, 1, 'bench', true)
        """,
        id,
        item);
    writeTasks(connection, work, id);
    update(
        connection,
        """
        insert into scheduled_tasks
          (task_name, task_instance, execution_time, picked, consecutive_failures, version)
        values ('run', ?, now(), false, 0, 1)
        """,
        id);
  }

  private static void writeTasks(Connection connection, Work work, String id) throws SQLException {
    for (int i = 1; i <= work.kinds().size(); i++) {
      update(
          connection,
          """
          insert into run_task (id, run_id, position, stage, name, kind, defined_as, state)
          values (?, ?, ?::numeric, 'QA', ?, ?, ?, 'READY')
          """,
          id + "-" + i,
          id,
          String.valueOf(i),
          "t" + i,
          work.kinds().get(i - 1),
          "t" + i);
    }
  }

  private static void update(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Until no run of the bench is at work. */
  void awaitRest() {
    long deadline = System.nanoTime() + 180_000_000_000L;
    while (bed.number(
            "select count(*) from (select 1 from run where open and state = 'RUNNING' limit 1) r")
        > 0) {
      if (System.nanoTime() > deadline) {
        throw new BenchException("Runs did not come to rest in 3 minutes");
      }
      Backlog.pause(30);
    }
  }

  /** Ended runs that did not end well. */
  void mustBeCompleted() {
    double others =
        bed.number(
            "select count(*) from run where id like 'bench-%' and state not in ('COMPLETED',"
                + " 'WAITING')");
    if (others > 0) {
      throw new BenchException("%.0f runs were not completed".formatted(others));
    }
  }
}

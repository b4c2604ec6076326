package io.tyto.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The least that a durable step with an outside effect must write, by hand-made JDBC into copies of
 * the real tables with all their indexes, without foreign keys: the order with its history and
 * audit entry, the intent before the effect, the outcome with its evidence, each committed before
 * what depends on it, and the scheduler's rows around them. Nothing is read, checked or decided.
 */
final class StepFloor implements Contender {
  private static final String[] TABLES = {
    "run",
    "run_task",
    "task_history",
    "effect",
    "evidence",
    "audit_entry",
    "scheduled_tasks",
    "platform_live_event",
    "alm_write_back"
  };
  private final Bed bed;

  StepFloor(Bed bed) {
    this.bed = bed;
    bed.sql("create schema floor");
    for (String table : TABLES) {
      bed.sql("create table floor.%s (like %s including all)".formatted(table, table));
    }
  }

  @Override
  public String name() {
    return "hand-made JDBC";
  }

  @Override
  public void run(int runs) {
    PeerDatabase.inParallel(THREADS, THREADS, thread -> some(runs / THREADS));
    bed.sql(
        """
        update floor.audit_entry set seq = place, hash = sha256(convert_to(details, 'UTF8'))
        from (select id as sealed, (select coalesce(max(seq), 0) from floor.audit_entry)
            + row_number() over (order by id) as place
          from floor.audit_entry where seq is null) next
        where id = sealed
        """);
  }

  private void some(int runs) {
    try (Connection connection = bed.connect()) {
      Hand hand = new Hand(connection);
      for (int i = 0; i < runs; i++) {
        one(hand);
      }
    } catch (SQLException e) {
      throw new BenchException("The floor failed", e);
    }
  }

  private static void one(Hand hand) throws SQLException {
    String run = "floor-" + UUID.randomUUID();
    hand.write(
        """
        insert into floor.run (id, project, work_item, pipeline_id, pipeline_version, candidate,
          candidate_digest, promoter, promoter_name, started_at, stage, state, open)
        values (?, 'BENCH', 'BENCH-1', 'p', 1, 1, 'bench', 'bench', 'bench', now(), 'QA',
          'RUNNING', true)
        """,
        run);
    for (int step = 1; step <= STEPS; step++) {
      hand.write(
          """
          insert into floor.run_task (id, run_id, position, stage, name, kind, defined_as, state)
          values (?, ?, ?::numeric, 'QA', 'step', 'validate', 'step', 'READY')
          """,
          run + "-" + step,
          run,
          String.valueOf(step));
    }
    hand.schedule("run", run);
    hand.commit();
    hand.pick("run", run);
    for (int step = 1; step <= STEPS; step++) {
      step(hand, run, run + "-" + step);
    }
    hand.write(
        """
        insert into floor.alm_write_back
          (id, project, integration_id, work_item, kind, key, run_id, content, created_at)
        values (?, 'BENCH', 'i', 'BENCH-1', 'REFERENCE', ?, ?, 'BENCH-1 in Tyto', now())
        """,
        run,
        run,
        run);
    hand.unschedule("run", run);
    hand.commit();
  }

  private static void step(Hand hand, String run, String task) throws SQLException {
    String effect = UUID.randomUUID().toString();
    hand.move(task, run, "READY", "RUNNING", "Checking overlaps.");
    hand.write(
        """
        insert into floor.effect
          (id, run_id, task_id, task_attempt, kind, payload, outcome, created_at)
        values (?, ?, ?, 1, 'CHECK', '{"deliverables":["d"],"options":{"checks":"overlaps"}}',
          'NONE', now())
        """,
        effect,
        run,
        task);
    hand.schedule("effect", effect);
    hand.commit();
    hand.pick("effect", effect);
    hand.write(
        """
        update floor.effect set outcome = 'SENT', epoch = 1, attempt = 1, delivery_key = id || '.1',
          before_state = '', sent_at = now(), look_at = now() where id = ?
        """,
        effect);
    hand.commit();
    outcome(hand, run, task, effect);
  }

  private static void outcome(Hand hand, String run, String task, String effect)
      throws SQLException {
    hand.write(
        """
        update floor.effect set outcome = 'DONE', summary = 'All checks passed.', look_at = null,
          ended_at = now() where id = ? and epoch = 1
        """,
        effect);
    hand.write(
        """
        insert into floor.evidence (id, run_id, task_id, effect_id, name, media_type, body, at)
        values (?, ?, ?, ?, 'validation-report.json', 'application/json', '[]', now())
        """,
        UUID.randomUUID().toString(),
        run,
        task,
        effect);
    hand.audit(run, "effect-ended", "{\"effect\":\"" + effect + "\",\"kind\":\"CHECK\"}");
    hand.move(task, run, "RUNNING", "DONE", "All checks passed.");
    hand.unschedule("effect", effect);
    hand.commit();
  }

  /** Statements of one connection, prepared once. */
  private static final class Hand {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Hand(Connection connection) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
    }

    void write(String sql, String... values) throws SQLException {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }

    /** A task's state with all that goes with it. */
    void move(String task, String run, String from, String to, String message) throws SQLException {
      write(
          """
          update floor.run_task set state = ?, message = ?,
            started_at = coalesce(started_at, now()), ended_at = now() where id = ? and state = ?
          """,
          to,
          message,
          task,
          from);
      write(
          """
          insert into floor.task_history (run_id, task_id, attempt, from_state, to_state, actor,
            actor_name, reason, at)
          values (?, ?, 1, ?, ?, 'system', 'Tyto', ?, now())
          """,
          run,
          task,
          from,
          to,
          message);
      audit(
          run, "task-moved", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"kind\":\"step\"}");
      write("update floor.run set state = 'RUNNING', wanted = wanted + 1 where id = ?", run);
      write(
          """
          insert into floor.platform_live_event (project, topic, ref, at)
          values ('BENCH', 'runs', ?, now())
          """,
          run);
    }

    void audit(String run, String action, String details) throws SQLException {
      write(
          """
          insert into floor.audit_entry
            (id, at, actor_id, actor_name, actor_kind, project, action, subject, details)
          values (?, now(), 'system', 'Tyto', 'SYSTEM', 'BENCH', ?, ?, ?)
          """,
          UUID.randomUUID().toString(),
          action,
          "run/" + run,
          details);
    }

    void schedule(String task, String id) throws SQLException {
      write(
          """
          insert into floor.scheduled_tasks
            (task_name, task_instance, execution_time, picked, version)
          values (?, ?, now(), false, 1)
          """,
          task,
          id);
    }

    void pick(String task, String id) throws SQLException {
      write(
          """
          update floor.scheduled_tasks set picked = true, picked_by = 'floor',
            last_heartbeat = now(), version = version + 1
          where task_name = ? and task_instance = ?
          """,
          task,
          id);
      commit();
    }

    void unschedule(String task, String id) throws SQLException {
      write(
          "delete from floor.scheduled_tasks where task_name = ? and task_instance = ?", task, id);
    }

    void commit() throws SQLException {
      connection.commit();
    }
  }

  @Override
  public double cpu() {
    return bed.floorCpu();
  }

  @Override
  public void close() {
    bed.sql("drop schema floor cascade");
  }
}

package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of effects. Every write of a worker names the epoch it took; a stale one changes nothing.
 */
@Component
public class EffectStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  EffectStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  public Optional<Effect> find(String id) {
    return jdbc.sql("SELECT * FROM effect WHERE id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  List<Effect> ofRun(String runId) {
    return jdbc.sql("SELECT * FROM effect WHERE run_id = :id ORDER BY seq")
        .param("id", runId)
        .query(this::row)
        .list();
  }

  /** Writes an order down; nothing is done yet. */
  public String add(RunTask task, Effect.Order order) {
    String id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO effect (id, run_id, task_id, task_attempt, kind, environment_id, busy_key,
              payload, outcome, created_at)
            VALUES (:id, :run, :task, :attempt, :kind, :environment, :busyKey, :payload::jsonb,
              'NONE', :now)
            """)
        .param("id", id)
        .param("run", task.runId())
        .param("task", task.id())
        .param("attempt", task.attempt())
        .param("kind", order.kind().name())
        .param("environment", order.environmentId() == null ? null : order.environmentId().value())
        .param("busyKey", order.busyKey())
        .param("payload", json.writeValueAsString(order.payload()))
        .param("now", SqlTime.at(clock.instant()))
        .update();
    EnvironmentId environment = order.environmentId();
    if (environment != null) {
      for (int i = 0; i < order.items().size(); i++) {
        addItem(id, i, environment, order.items().get(i));
      }
    }
    return id;
  }

  private void addItem(String effect, int position, EnvironmentId at, Effect.Item item) {
    jdbc.sql(
            """
            INSERT INTO effect_item VALUES (:effect, :position, :deliverable, :environment, :kind,
              :externalId, :version, :digest, :parameters)
            """)
        .param("effect", effect)
        .param("position", position)
        .param("deliverable", item.deliverableId())
        .param("environment", at.value())
        .param("kind", item.kind())
        .param("externalId", item.externalId())
        .param("version", item.version())
        .param("digest", item.digest())
        .param("parameters", item.parameters())
        .update();
  }

  /**
   * The values that go along with it now; they may have changed since it was ordered.
   *
   * @param parameters digest of the values
   * @return whether they are other ones than were noted
   */
  public boolean carries(String id, String deliverableId, String parameters) {
    return jdbc.sql(
                """
                UPDATE effect_item SET parameters = :parameters
                WHERE effect_id = :id AND deliverable_id = :deliverable AND parameters <> :parameters
                """)
            .param("parameters", parameters)
            .param("id", id)
            .param("deliverable", deliverableId)
            .update()
        > 0;
  }

  /** Makes the caller the only worker whose writes count; empty when it is over or for a person. */
  public Optional<Effect> take(String id) {
    return jdbc.sql(
            """
            UPDATE effect SET epoch = epoch + 1
            WHERE id = :id AND NOT needs_person
              AND outcome IN ('NONE', 'INTENT', 'SENT', 'WORKING', 'UNKNOWN')
            RETURNING *
            """)
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /**
   * Holds the system for an effect that has not begun: first come, first served.
   *
   * @return false when another effect holds it or came before
   */
  public boolean claim(Effect effect) {
    if (effect.busyKey() != null) {
      jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 11))")
          .param("key", effect.busyKey())
          .query((row, n) -> 0)
          .list();
    }
    return jdbc.sql(
                """
                UPDATE effect SET outcome = 'INTENT', holding = busy_key IS NOT NULL
                WHERE id = :id AND epoch = :epoch AND outcome = 'NONE'
                  AND NOT EXISTS (SELECT 1 FROM effect other
                    WHERE other.busy_key = effect.busy_key AND other.id <> effect.id
                      AND (other.holding OR other.outcome = 'NONE' AND other.seq < effect.seq))
                """)
            .param("id", effect.id())
            .param("epoch", effect.epoch())
            .update()
        == 1;
  }

  /** Who keeps the system busy, or is first in the queue for it. */
  public Optional<Effect> ahead(Effect effect) {
    return jdbc.sql(
            """
            SELECT * FROM effect WHERE busy_key = :key AND id <> :id
              AND (holding OR outcome = 'NONE' AND seq < :seq)
            ORDER BY holding DESC, seq LIMIT 1
            """)
        .param("key", effect.busyKey())
        .param("id", effect.id())
        .param("seq", effect.seq())
        .query(this::row)
        .optional();
  }

  /** The effect to be served next on a system that nobody holds. */
  public Optional<Effect> firstInQueue(String busyKey) {
    return jdbc.sql(
            "SELECT * FROM effect WHERE busy_key = :key AND outcome = 'NONE' ORDER BY seq LIMIT 1")
        .param("key", busyKey)
        .query(this::row)
        .optional();
  }

  /**
   * Writes everything a worker may change.
   *
   * @return false when somebody else took the effect meanwhile
   */
  public boolean write(Effect e, @Nullable Instant lookAt) {
    return jdbc.sql(
                """
                UPDATE effect SET outcome = :outcome, holding = :holding,
                  needs_person = :needsPerson, attempt = :attempt, delivery_key = :key,
                  before_state = :before, handle = :handle, repeats = :repeats, faults = :faults,
                  again = :again, code = :code, summary = :summary, look_at = :lookAt,
                  sent_at = :sentAt, ended_at = :endedAt
                WHERE id = :id AND epoch = :epoch
                  AND outcome IN ('NONE', 'INTENT', 'SENT', 'WORKING', 'UNKNOWN')
                """)
            .param("outcome", e.outcome().name())
            .param("holding", e.holding())
            .param("needsPerson", e.needsPerson())
            .param("attempt", e.attempt())
            .param("key", e.deliveryKey())
            .param("before", e.before())
            .param("handle", e.handle())
            .param("repeats", e.repeats())
            .param("faults", e.faults())
            .param("again", e.again())
            .param("code", e.code())
            .param("summary", e.summary())
            .param("lookAt", SqlTime.at(lookAt))
            .param("sentAt", SqlTime.at(e.sentAt()))
            .param("endedAt", SqlTime.at(e.endedAt()))
            .param("id", e.id())
            .param("epoch", e.epoch())
            .update()
        == 1;
  }

  /** Effects that nobody will begin any more. */
  public void dropUnbegun(String taskId) {
    jdbc.sql(
            """
            UPDATE effect SET outcome = 'DROPPED', epoch = epoch + 1, ended_at = :now
            WHERE task_id = :task AND outcome = 'NONE' AND kind <> 'ROLL_BACK'
            """)
        .param("task", taskId)
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  /** A person decided: look again, or do it once more though it may have been done. */
  public void resume(String id, int taskAttempt, boolean again) {
    jdbc.sql(
            """
            UPDATE effect SET needs_person = false, epoch = epoch + 1, task_attempt = :attempt,
              faults = 0, look_at = :now, code = NULL,
              again = again OR :again,
              outcome = CASE WHEN :again THEN 'INTENT' ELSE outcome END,
              handle = CASE WHEN :again THEN NULL ELSE handle END
            WHERE id = :id AND needs_person
            """)
        .param("attempt", taskAttempt)
        .param("again", again)
        .param("now", SqlTime.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** A person took over: the system is free again, what is known stays as evidence. */
  public void leaveToPerson(String id) {
    jdbc.sql(
            """
            UPDATE effect SET needs_person = false, holding = false, epoch = epoch + 1,
              outcome = 'BROKEN', ended_at = :now
            WHERE id = :id AND needs_person
            """)
        .param("now", SqlTime.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Writes down what a person did by hand; joins the caller's transaction. */
  public String addDone(RunTask task, Effect.Order order, String summary) {
    String id = add(task, order);
    jdbc.sql(
            """
            UPDATE effect SET outcome = 'DONE', code = 'by-hand', summary = :summary, attempt = 1,
              ended_at = :now
            WHERE id = :id
            """)
        .param("summary", summary)
        .param("now", SqlTime.at(clock.instant()))
        .param("id", id)
        .update();
    return id;
  }

  /** What we last brought to an environment under that id and did not take back. */
  public Optional<Brought> lastBrought(EnvironmentId at, String kind, String externalId) {
    return jdbc.sql(
            """
            SELECT e.id, e.run_id, i.digest, i.parameters
            FROM effect_item i JOIN effect e ON e.id = i.effect_id
            WHERE i.environment_id = :at AND i.kind = :kind AND i.external_id = :externalId
              AND e.kind = 'DEPLOY' AND e.outcome = 'DONE' AND NOT e.rolled_back
            ORDER BY e.ended_at DESC, e.seq DESC LIMIT 1
            """)
        .param("at", at.value())
        .param("kind", kind)
        .param("externalId", externalId)
        .query((row, n) ->
            new Brought(
                row.getString("id"),
                row.getString("run_id"),
                row.getString("digest"),
                row.getString("parameters")))
        .optional();
  }

  /**
   * With which values that content was sent to an environment, when nobody heard what became of it
   * and nothing came there under that id since.
   *
   * @return digest of the values
   */
  public Optional<String> leftUnanswered(
      EnvironmentId at, String kind, String externalId, String digest) {
    return jdbc.sql(
            """
            SELECT parameters FROM (
              SELECT i.digest, i.parameters, e.outcome
              FROM effect_item i JOIN effect e ON e.id = i.effect_id
              WHERE i.environment_id = :at AND i.kind = :kind AND i.external_id = :externalId
                AND e.kind = 'DEPLOY' AND (e.sent_at IS NOT NULL OR e.outcome = 'DONE')
              ORDER BY e.seq DESC LIMIT 1) last
            WHERE outcome = 'BROKEN' AND digest = :digest
            """)
        .param("at", at.value())
        .param("kind", kind)
        .param("externalId", externalId)
        .param("digest", digest)
        .query(String.class)
        .optional();
  }

  /**
   * @param parameters digest of the values it got
   */
  public record Brought(String effectId, String runId, String digest, String parameters) {}

  /** Whether a run of ours released that transport request: nobody has changed it since. */
  public boolean releasedByUs(EnvironmentId at, String externalId) {
    return !jdbc.sql(
            """
            SELECT 1 FROM effect_item i JOIN effect e ON e.id = i.effect_id
            WHERE i.environment_id = :at AND i.external_id = :externalId
              AND e.kind = 'RELEASE_TRANSPORT' AND e.outcome = 'DONE' LIMIT 1
            """)
        .param("at", at.value())
        .param("externalId", externalId)
        .query((row, n) -> 1)
        .list()
        .isEmpty();
  }

  public void markRolledBack(String id) {
    jdbc.sql("UPDATE effect SET rolled_back = true WHERE id = :id").param("id", id).update();
  }

  /**
   * Effects whose time to be looked at has passed, for the sweeper. Of those that have not begun
   * only roll backs, which come after the run: anything else its run begins.
   */
  public List<String> overdue(Instant before) {
    return jdbc.sql(
            """
            SELECT id FROM effect
            WHERE outcome IN ('NONE', 'INTENT', 'SENT', 'WORKING', 'UNKNOWN') AND NOT needs_person
              AND (look_at IS NULL OR look_at < :before)
              AND (outcome <> 'NONE' OR kind = 'ROLL_BACK' AND NOT EXISTS (
                SELECT 1 FROM effect other WHERE other.busy_key = effect.busy_key AND other.holding))
            """)
        .param("before", SqlTime.at(before))
        .query((row, n) -> row.getString(1))
        .list();
  }

  private Effect row(ResultSet row, int n) throws SQLException {
    String environment = row.getString("environment_id");
    return new Effect(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("run_id"),
        row.getString("task_id"),
        row.getInt("task_attempt"),
        EffectKind.valueOf(row.getString("kind")),
        environment == null ? null : new EnvironmentId(environment),
        row.getString("busy_key"),
        row.getBoolean("holding"),
        json.readValue(row.getString("payload"), Effect.Payload.class),
        EffectOutcome.valueOf(row.getString("outcome")),
        row.getBoolean("needs_person"),
        row.getInt("attempt"),
        row.getLong("epoch"),
        row.getString("delivery_key"),
        row.getString("before_state"),
        row.getString("handle"),
        row.getBoolean("again"),
        row.getInt("repeats"),
        row.getInt("faults"),
        row.getBoolean("rolled_back"),
        row.getString("code"),
        row.getString("summary"),
        SqlTime.of(row, "created_at"),
        SqlTime.maybe(row, "sent_at"),
        SqlTime.maybe(row, "ended_at"));
  }
}

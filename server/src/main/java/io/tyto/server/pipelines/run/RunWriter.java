package io.tyto.server.pipelines.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.stories.StoryProgressed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves tasks. Every move checks the table of transitions, names the state and attempt it expects,
 * and leaves history, audit entry and live event in the caller's transaction, which holds the run's
 * lock.
 */
@Component
public class RunWriter {
  private final Rows rows;
  private final RunStore runs;
  private final Parking parking;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final MeterRegistry meters;
  private final Clock clock;

  RunWriter(
      Rows rows,
      RunStore runs,
      Parking parking,
      AuditTrail audit,
      ApplicationEventPublisher events,
      MeterRegistry meters,
      Clock clock) {
    this.rows = rows;
    this.runs = runs;
    this.parking = parking;
    this.audit = audit;
    this.events = events;
    this.meters = meters;
    this.clock = clock;
  }

  /** Where a task goes, and what people read there. */
  public record Move(
      TaskState to, String message, @Nullable WaitReason waitingReason, @Nullable Instant wakeAt) {

    public static Move to(TaskState state, String message) {
      return new Move(state, message, null, null);
    }
  }

  public void create(RunHeader header, List<TaskPlan> tasks) {
    rows.create(header, tasks);
    meters.counter("tyto.runs.started").increment();
  }

  public void insert(String runId, TaskPlan task) {
    rows.insert(runId, task);
  }

  /**
   * @param why the reason a person gave, or empty
   * @throws StaleMoveException when the task is no longer as expected; the transaction must end
   */
  public void move(Run run, RunTask task, Move move, Actor by, String why) {
    if (!task.state().may(move.to())) {
      throw new StaleMoveException(task, move.to());
    }
    Instant now = clock.instant();
    if (!rows.move(task, move, now)) {
      throw new StaleMoveException(task, move.to());
    }
    if (move.to() != TaskState.RUNNING && move.to() != TaskState.WAITING) {
      parking.leave(task);
    }
    remember(run, task, move, by, why, now);
  }

  private void remember(Run run, RunTask task, Move move, Actor by, String why, Instant now) {
    rows.remember(run, task, move, by, why.isEmpty() ? move.message() : why, now);
    audit(
        run,
        by,
        "task-moved",
        Map.of(
            "task",
            task.name(),
            "kind",
            task.kind(),
            "stage",
            task.stage(),
            "attempt",
            task.attempt(),
            "from",
            task.state().name(),
            "to",
            move.to().name(),
            "message",
            move.message(),
            "reason",
            why));
    meters.counter("tyto.tasks", "kind", task.kind(), "to", move.to().name()).increment();
    ring(task, move);
  }

  private void ring(RunTask task, Move move) {
    TaskCameToRest.Why why =
        switch (move.to()) {
          case REFUSED, BROKEN -> TaskCameToRest.Why.FAILED;
          case WAITING -> waitingFor(move.waitingReason());
          case DONE -> task.kind().equals("notify") ? TaskCameToRest.Why.NOTICE : null;
          case READY, RUNNING, SKIPPED, NOT_APPLICABLE, ABORTED -> null;
        };
    if (why != null) {
      tellPeople(task, why);
    }
  }

  public void tellPeople(RunTask task, TaskCameToRest.Why why) {
    events.publishEvent(new TaskCameToRest(task.runId(), task.id(), task.attempt(), why));
  }

  private static TaskCameToRest.@Nullable Why waitingFor(@Nullable WaitReason reason) {
    return switch (reason) {
      case APPROVAL -> TaskCameToRest.Why.APPROVAL;
      case PERSON -> TaskCameToRest.Why.BY_HAND;
      case MESSAGE, WINDOW, ENVIRONMENT, PROMOTION -> null;
      case null -> null;
    };
  }

  public void audit(Run run, Actor by, String action, Map<String, Object> details) {
    audit.record(by, new Audited.Entry(run.header().project(), action, "run/" + run.id(), details));
  }

  /** Changes only what people read; for a task that stays where it is. */
  public void say(RunTask task, String message) {
    rows.say(task, message);
  }

  public void giveToken(RunTask task, String token) {
    rows.giveToken(task, token);
  }

  public void markAborted(Run run) {
    rows.markAborted(run, clock.instant());
  }

  public void markSuperseded(Run run, String by) {
    rows.markSuperseded(run, by);
  }

  /**
   * Writes the derived state down for lists and tells the work item; the last thing of a change.
   */
  public Run refresh(String runId) {
    Run run = runs.find(runId).orElseThrow();
    RunState state = run.state();
    String stage = run.currentStage();
    rows.derived(runId, state, stage, clock.instant());
    if (state.open() != run.header().state().open()) {
      rows.open(runId, state.open());
    }
    events.publishEvent(new LiveEvent(run.header().project(), "runs", runId));
    if (state != run.header().state() || !stage.equals(run.header().stage())) {
      tell(run, state, stage);
    }
    return run;
  }

  private void tell(Run run, RunState state, String stage) {
    for (WorkItemId item : run.header().load().items()) {
      events.publishEvent(new StoryProgressed(item, run.id(), "state", stage, shown(state), ""));
    }
    if (!state.open()) {
      meters.counter("tyto.runs.ended", "state", state.name()).increment();
    }
  }

  /** A sentence for the external system, at most once for that task and attempt. */
  public void tellOutside(Run run, RunTask task, String sentence) {
    String key = run.id() + "/" + task.id() + "/" + task.attempt();
    RunLoad load = run.header().load();
    for (WorkItemId item : load.items()) {
      events.publishEvent(
          new StoryProgressed(
              item,
              run.id(),
              load.together() ? key + "/" + item.value() : key,
              run.currentStage(),
              shown(run.state()),
              sentence));
    }
  }

  private static String shown(RunState state) {
    return switch (state) {
      case RUNNING, WAITING, FAILED, COMPLETED -> state.name();
      case READY, ABORTED, SUPERSEDED -> "";
    };
  }

  /** Writes the rows of runs, tasks and history. What may follow what is decided elsewhere. */
  @Component
  static class Rows {
    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    void create(RunHeader header, List<TaskPlan> tasks) {
      jdbc.sql(
              """
              INSERT INTO run (id, project, work_item, pipeline_id, pipeline_version, candidate,
                candidate_digest, promoter, promoter_name, started_at, stage, state, open,
                change_type, package_id, package_name)
              VALUES (:id, :project, :item, :pipeline, :version, :candidate, :digest, :promoter,
                :name, :now, :stage, 'RUNNING', true, :type, :package, :packageName)
              """)
          .param("id", header.id())
          .param("project", header.project().value())
          .param("item", header.workItem().value())
          .param("pipeline", header.pipelineId())
          .param("version", header.pipelineVersion())
          .param("candidate", header.candidate())
          .param("digest", header.candidateDigest())
          .param("promoter", header.promoter().value())
          .param("name", header.promoterName())
          .param("now", SqlTime.at(header.startedAt()))
          .param("stage", header.stage())
          .param("type", header.changeType().name())
          .param("package", header.load().packageId())
          .param("packageName", header.load().packageName())
          .update();
      carry(header);
      tasks.forEach(task -> insert(header.id(), task));
    }

    private void carry(RunHeader header) {
      List<RunLoad.Part> parts = header.load().parts();
      for (int position = 0; position < parts.size(); position++) {
        RunLoad.Part part = parts.get(position);
        jdbc.sql(
                """
                INSERT INTO run_item (run_id, position, work_item, candidate, candidate_digest, open)
                VALUES (:run, :position, :item, :candidate, :digest, true)
                """)
            .param("run", header.id())
            .param("position", position)
            .param("item", part.workItem().value())
            .param("candidate", part.candidate())
            .param("digest", part.digest())
            .update();
      }
    }

    void insert(String runId, TaskPlan task) {
      jdbc.sql(
              """
              INSERT INTO run_task (id, run_id, position, stage, name, kind, task_group, defined_as,
                deliverable_id, state)
              VALUES (:id, :run, :position, :stage, :name, :kind, :group, :definedAs, :deliverable,
                'READY')
              """)
          .param("id", Ids.next())
          .param("run", runId)
          .param("position", task.position())
          .param("stage", task.stage())
          .param("name", task.name())
          .param("kind", task.kind())
          .param("group", task.group())
          .param("definedAs", task.definedAs())
          .param("deliverable", task.deliverableId())
          .update();
    }

    /**
     * @return false when the task is no longer in the state and attempt it was read in
     */
    boolean move(RunTask task, Move move, Instant now) {
      boolean begins = task.startedAt() == null || move.to() == TaskState.READY;
      boolean ends = move.to().terminal() || move.to().failed();
      return jdbc.sql(
                  """
                  UPDATE run_task SET state = :to, attempt = :next, waiting_reason = :reason,
                    wake_at = :wakeAt, message = :message,
                    started_at = CASE WHEN :begins THEN :now ELSE started_at END,
                    ended_at = CASE WHEN :ends THEN :now END
                  WHERE id = :id AND state = :expected AND attempt = :attempt
                  """)
              .param("to", move.to().name())
              .param(
                  "next",
                  task.state().failed() && move.to() == TaskState.READY
                      ? task.attempt() + 1
                      : task.attempt())
              .param("reason", move.waitingReason() == null ? null : move.waitingReason().name())
              .param("wakeAt", SqlTime.at(move.wakeAt()))
              .param("message", move.message())
              .param("begins", begins)
              .param("ends", ends)
              .param("now", SqlTime.at(now))
              .param("id", task.id())
              .param("expected", task.state().name())
              .param("attempt", task.attempt())
              .update()
          == 1;
    }

    void remember(Run run, RunTask task, Move move, Actor by, String reason, Instant now) {
      jdbc.sql(
              """
              INSERT INTO task_history (run_id, task_id, attempt, from_state, to_state, actor,
                actor_name, reason, at)
              VALUES (:run, :task, :attempt, :from, :to, :actor, :name, :reason, :now)
              """)
          .param("run", run.id())
          .param("task", task.id())
          .param("attempt", task.attempt())
          .param("from", task.state().name())
          .param("to", move.to().name())
          .param("actor", by.id().value())
          .param("name", by.name())
          .param("reason", reason)
          .param("now", SqlTime.at(now))
          .update();
    }

    void say(RunTask task, String message) {
      jdbc.sql("UPDATE run_task SET message = :message WHERE id = :id")
          .param("message", message)
          .param("id", task.id())
          .update();
    }

    void giveToken(RunTask task, String token) {
      jdbc.sql("UPDATE run_task SET token = :token WHERE id = :id")
          .param("token", token)
          .param("id", task.id())
          .update();
    }

    void markAborted(Run run, Instant now) {
      jdbc.sql("UPDATE run SET aborted_at = :now WHERE id = :id AND aborted_at IS NULL")
          .param("now", SqlTime.at(now))
          .param("id", run.id())
          .update();
    }

    void markSuperseded(Run run, String by) {
      jdbc.sql("UPDATE run SET superseded_by = :by WHERE id = :id AND superseded_by IS NULL")
          .param("by", by)
          .param("id", run.id())
          .update();
    }

    /** A cache of what follows from the tasks, for lists. */
    void derived(String runId, RunState state, String stage, Instant now) {
      jdbc.sql(
              """
              UPDATE run SET state = :state, stage = :stage, open = :open,
                ended_at = CASE WHEN :open THEN NULL ELSE coalesce(ended_at, :now) END
              WHERE id = :id
              """)
          .param("state", state.name())
          .param("stage", stage)
          .param("open", state.open())
          .param("now", SqlTime.at(now))
          .param("id", runId)
          .update();
    }

    /** Whether it keeps its work items for itself. */
    void open(String runId, boolean open) {
      jdbc.sql("UPDATE run_item SET open = :open WHERE run_id = :id")
          .param("open", open)
          .param("id", runId)
          .update();
    }
  }
}

package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.run.RunWriter.Move;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;

/** Rows of runs and tasks in memory. */
final class MemoryRunRows extends RunWriter.Rows {
  private final MemoryRows rows;

  MemoryRunRows(MemoryRows rows) {
    super(null);
    this.rows = rows;
  }

  @Override
  void create(RunHeader h, List<TaskPlan> tasks) {
    rows.memory.statement();
    for (WorkItemId item : h.load().items()) {
      occupy(item, h.id());
    }
    rows.runs.put(h.id(), header(h, null, null, null, 0, h.stage(), RunState.RUNNING));
    rows.open.put(h.id(), h.id());
    for (WorkItemId item : h.load().items()) {
      latest(rows.latestByItem, item.value(), h.id());
    }
    if (h.load().packageId() != null) {
      latest(rows.latestByPackage, h.load().packageId(), h.id());
    }
    rows.tasks.put(h.id(), List.of());
    tasks.forEach(task -> insert(h.id(), task));
  }

  private static void latest(Memory.Table<String, String> newest, String of, String run) {
    if (newest.get(of).filter(known -> known.compareTo(run) > 0).isEmpty()) {
      newest.put(of, run);
    }
  }

  /** One open run a work item, as the index on PostgreSQL has it. */
  private void occupy(WorkItemId item, String run) {
    if (rows.openByItem.get(item.value()).filter(other -> !other.equals(run)).isPresent()) {
      throw new DuplicateKeyException("run_item_one_open_run");
    }
    rows.openByItem.put(item.value(), run);
  }

  @Override
  void insert(String runId, TaskPlan t) {
    rows.memory.statement();
    RunTask task =
        new RunTask(
            Ids.next(),
            runId,
            t.position(),
            t.stage(),
            t.name(),
            t.kind(),
            t.group(),
            t.definedAs(),
            t.deliverableId(),
            TaskState.READY,
            1,
            null,
            null,
            "",
            null,
            null,
            null);
    List<RunTask> before = rows.tasks.get(runId).orElseThrow();
    if (before.stream()
        .anyMatch(o -> o.position().compareTo(t.position()) == 0 && o.name().equals(t.name()))) {
      throw new DuplicateKeyException("run_task position and name");
    }
    rows.tasks.put(runId, MemoryRows.with(before, task));
    rows.runOfTask.put(task.id(), runId);
  }

  @Override
  boolean move(RunTask task, Move move, Instant now) {
    rows.memory.statement();
    RunTask is = rows.task(task.id()).orElseThrow();
    if (is.state() != task.state() || is.attempt() != task.attempt()) {
      return false;
    }
    boolean begins = task.startedAt() == null || move.to() == TaskState.READY;
    boolean ends = move.to().terminal() || move.to().failed();
    boolean retried = task.state().failed() && move.to() == TaskState.READY;
    RunTask moved =
        new RunTask(
            is.id(),
            is.runId(),
            is.position(),
            is.stage(),
            is.name(),
            is.kind(),
            is.group(),
            is.definedAs(),
            is.deliverableId(),
            move.to(),
            retried ? is.attempt() + 1 : is.attempt(),
            move.waitingReason(),
            move.wakeAt(),
            move.message(),
            is.token(),
            begins ? now : is.startedAt(),
            ends ? now : null);
    rows.task(task.id(), old -> moved);
    return true;
  }

  @Override
  void remember(Run run, RunTask task, Move move, Actor by, String reason, Instant now) {
    rows.memory.statement();
  }

  @Override
  void say(RunTask task, String message) {
    rows.memory.statement();
    rows.task(task.id(), is -> said(is, is.wakeAt(), message, is.token()));
  }

  @Override
  void giveToken(RunTask task, String token) {
    rows.memory.statement();
    rows.task(task.id(), is -> said(is, is.wakeAt(), is.message(), token));
  }

  static RunTask waking(RunTask is, Instant at) {
    return said(is, at, is.message(), is.token());
  }

  private static RunTask said(RunTask is, Instant wakeAt, String message, String token) {
    return new RunTask(
        is.id(),
        is.runId(),
        is.position(),
        is.stage(),
        is.name(),
        is.kind(),
        is.group(),
        is.definedAs(),
        is.deliverableId(),
        is.state(),
        is.attempt(),
        is.waitingReason(),
        wakeAt,
        message,
        token,
        is.startedAt(),
        is.endedAt());
  }

  @Override
  void markAborted(Run run, Instant now) {
    rows.memory.statement();
    RunHeader h = rows.runs.get(run.id()).orElseThrow();
    if (h.abortedAt() == null) {
      rows.runs.put(
          h.id(), header(h, h.endedAt(), now, h.supersededBy(), h.wanted(), h.stage(), h.state()));
    }
  }

  @Override
  void markSuperseded(Run run, String by) {
    rows.memory.statement();
    RunHeader h = rows.runs.get(run.id()).orElseThrow();
    if (h.supersededBy() == null) {
      rows.runs.put(
          h.id(), header(h, h.endedAt(), h.abortedAt(), by, h.wanted(), h.stage(), h.state()));
    }
  }

  @Override
  void derived(String runId, RunState state, String stage, Instant now) {
    rows.memory.statement();
    RunHeader h = rows.runs.get(runId).orElseThrow();
    Instant ended = h.endedAt() == null ? now : h.endedAt();
    rows.runs.put(
        runId,
        header(
            h,
            state.open() ? null : ended,
            h.abortedAt(),
            h.supersededBy(),
            h.wanted(),
            stage,
            state));
  }

  @Override
  void open(String runId, boolean open) {
    rows.memory.statement();
    RunHeader h = rows.runs.get(runId).orElseThrow();
    if (open) {
      rows.open.put(runId, runId);
      h.load().items().forEach(item -> occupy(item, runId));
    } else if (rows.open.get(runId).isPresent()) {
      rows.open.remove(runId);
      h.load().items().forEach(item -> rows.openByItem.remove(item.value()));
    }
  }

  static RunHeader wanted(RunHeader h, long wanted) {
    return header(h, h.endedAt(), h.abortedAt(), h.supersededBy(), wanted, h.stage(), h.state());
  }

  private static RunHeader header(
      RunHeader h,
      Instant endedAt,
      Instant abortedAt,
      String supersededBy,
      long wanted,
      String stage,
      RunState state) {
    return new RunHeader(
        h.id(),
        h.project(),
        h.workItem(),
        h.pipelineId(),
        h.pipelineVersion(),
        h.candidate(),
        h.candidateDigest(),
        h.promoter(),
        h.promoterName(),
        h.startedAt(),
        endedAt,
        abortedAt,
        supersededBy,
        wanted,
        stage,
        state,
        h.changeType(),
        h.load());
  }
}

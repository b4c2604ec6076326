package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.WorkItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs in memory. */
final class MemoryRunStore extends RunStore {
  private final MemoryRows rows;
  private final MemoryEffectStore effects;

  MemoryRunStore(MemoryRows rows, MemoryEffectStore effects) {
    super(null, effects);
    this.rows = rows;
    this.effects = effects;
  }

  @Override
  public Optional<Run> find(String id) {
    rows.memory.statement();
    return rows.run(id);
  }

  @Override
  public Optional<Run> lock(String id) {
    return find(id);
  }

  @Override
  public Optional<RunHeader> openRunOf(WorkItemId item) {
    rows.memory.statement();
    return rows.openByItem.get(item.value()).flatMap(rows.runs::get);
  }

  @Override
  public Optional<RunHeader> latestRunOf(WorkItemId item) {
    rows.memory.statement();
    return rows.latestByItem.get(item.value()).flatMap(rows.runs::get);
  }

  @Override
  public Optional<RunHeader> latestRunOfPackage(String packageId) {
    rows.memory.statement();
    return rows.latestByPackage.get(packageId).flatMap(rows.runs::get);
  }

  @Override
  public void lockPromotionsOf(WorkItemId item) {
    rows.memory.statement();
  }

  @Override
  public List<RunHeader> list(
      List<String> projects, String workItem, String state, String before, int limit) {
    rows.memory.statement();
    return rows.runs
        .newestFirst()
        .filter(run -> projects.contains(run.project().value()))
        .filter(run -> workItem == null || carries(run, workItem))
        .filter(run -> state == null || run.state().name().equals(state))
        .filter(run -> before == null || run.id().compareTo(before) < 0)
        .limit(limit + 1L)
        .toList();
  }

  private static boolean carries(RunHeader run, String item) {
    return run.load().items().stream().anyMatch(id -> id.value().equals(item));
  }

  @Override
  public List<String> restingForPeople(List<String> projects) {
    rows.memory.statement();
    return open()
        .filter(run -> projects.contains(run.header().project().value()))
        .filter(run -> run.tasks().stream().anyMatch(MemoryRunStore::forPeople))
        .map(Run::id)
        .limit(500)
        .toList();
  }

  @Override
  public List<String> failedToRollBack(List<String> projects, Instant since) {
    rows.memory.statement();
    return rows.runs
        .newestFirst()
        .filter(run -> projects.contains(run.project().value()))
        .map(run -> rows.run(run.id()).orElseThrow())
        .filter(run -> isLast(run) && rollBackFailed(run, since))
        .map(Run::id)
        .toList();
  }

  private boolean isLast(Run run) {
    return run.header().load().items().stream()
        .allMatch(item -> rows.latestByItem.get(item.value()).filter(run.id()::equals).isPresent());
  }

  private static boolean rollBackFailed(Run run, Instant since) {
    return run.effects().stream()
        .filter(effect -> effect.kind() == EffectKind.ROLL_BACK)
        .filter(effect ->
            Set.of(EffectOutcome.REFUSED, EffectOutcome.BROKEN).contains(effect.outcome()))
        .anyMatch(effect -> effect.endedAt().isAfter(since));
  }

  private static boolean forPeople(RunTask task) {
    return task.state().failed()
        || task.waitsFor(WaitReason.APPROVAL)
        || task.waitsFor(WaitReason.PERSON)
        || task.waitsFor(WaitReason.WINDOW);
  }

  @Override
  public List<String> restless(Instant now) {
    rows.memory.statement();
    List<String> restless = new ArrayList<>();
    for (String id : rows.open.keys()) {
      if (rows.runs.get(id).orElseThrow().state() == RunState.RUNNING || hasWork(id, now)) {
        restless.add(id);
      }
    }
    return restless;
  }

  private boolean hasWork(String run, Instant now) {
    for (RunTask task : rows.tasks.get(run).orElseThrow()) {
      boolean due =
          task.state() == TaskState.WAITING
              && (task.waitsFor(WaitReason.ENVIRONMENT) && !effects.heldFor(task)
                  || task.wakeAt() != null && !task.wakeAt().isAfter(now));
      boolean turn =
          task.state() == TaskState.READY
              && task.group() != null
              && rows.run(run).orElseThrow().nextTasks().contains(task);
      if (due || turn || task.state() == TaskState.RUNNING) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Map<String, Ahead> ahead(String runId) {
    rows.memory.statement();
    Map<String, Ahead> found = new HashMap<>();
    for (RunTask task : rows.tasks.get(runId).orElseThrow()) {
      if (task.waitsFor(WaitReason.ENVIRONMENT)) {
        effects.ofRun(runId).stream()
            .filter(mine -> mine.taskId().equals(task.id()))
            .filter(mine -> mine.outcome() == EffectOutcome.NONE)
            .flatMap(mine -> effects.ahead(mine).stream())
            .map(other -> rows.runs.get(other.runId()).orElseThrow())
            .forEach(
                run -> found.put(task.id(), new Ahead(run.id(), run.project(), run.carried())));
      }
    }
    return found;
  }

  private java.util.stream.Stream<Run> open() {
    return rows.open.keys().stream().map(id -> rows.run(id).orElseThrow());
  }

  @Override
  public void want(String id) {
    rows.memory.statement();
    rows.runs
        .get(id)
        .ifPresent(run -> rows.runs.put(id, MemoryRunRows.wanted(run, run.wanted() + 1)));
  }

  @Override
  public long wanted(String id) {
    rows.memory.statement();
    return rows.runs.get(id).map(RunHeader::wanted).orElse(0L);
  }
}

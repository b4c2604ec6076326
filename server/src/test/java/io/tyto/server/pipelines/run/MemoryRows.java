package io.tyto.server.pipelines.run;

import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The tables of runs and effects in memory, with the constraints that PostgreSQL keeps. */
final class MemoryRows {
  final Memory memory;
  final Table<String, RunHeader> runs;
  final Table<String, String> openByItem;
  final Table<String, String> latestByItem;
  final Table<String, String> latestByPackage;
  final Table<String, String> open;
  final Table<String, List<RunTask>> tasks;
  final Table<String, String> runOfTask;
  final Table<String, List<Effect>> effects;
  final Table<String, String> runOfEffect;
  BiConsumer<RunTask, RunTask> watcher = (before, after) -> {};

  MemoryRows(Memory memory) {
    this.memory = memory;
    runs = memory.table();
    openByItem = memory.table();
    latestByItem = memory.table();
    latestByPackage = memory.table();
    open = memory.table();
    tasks = memory.table();
    runOfTask = memory.table();
    effects = memory.table();
    runOfEffect = memory.table();
  }

  Optional<Run> run(String id) {
    return runs.get(id).map(header -> new Run(header, tasks.get(id).orElseThrow(), effectsOf(id)));
  }

  List<Effect> effectsOf(String run) {
    return effects.get(run).orElse(List.of());
  }

  Optional<Effect> effect(String id) {
    Optional<String> run = runOfEffect.get(id);
    if (run.isPresent()) {
      for (Effect effect : effectsOf(run.get())) {
        if (effect.id().equals(id)) {
          return Optional.of(effect);
        }
      }
    }
    return Optional.empty();
  }

  Optional<RunTask> task(String id) {
    return runOfTask
        .get(id)
        .flatMap(run ->
            tasks.get(run).orElseThrow().stream().filter(t -> t.id().equals(id)).findFirst());
  }

  void task(String id, UnaryOperator<RunTask> change) {
    String run = runOfTask.get(id).orElseThrow();
    List<RunTask> changed = new ArrayList<>(tasks.get(run).orElseThrow());
    changed.replaceAll(t -> t.id().equals(id) ? changed(t, change.apply(t)) : t);
    tasks.put(run, List.copyOf(changed));
  }

  private RunTask changed(RunTask before, RunTask after) {
    watcher.accept(before, after);
    return after;
  }

  void effect(String id, UnaryOperator<Effect> change) {
    String run = runOfEffect.get(id).orElseThrow();
    List<Effect> changed = new ArrayList<>(effectsOf(run));
    changed.replaceAll(e -> e.id().equals(id) ? change.apply(e) : e);
    effects.put(run, List.copyOf(changed));
  }

  static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }
}

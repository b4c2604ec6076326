package io.tyto.server.pipelines.engine;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.RescheduleUpdate;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tyto.server.pipelines.engine.SimLoop.Node;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * db-scheduler's promises without its database: a row by task and instance, picked by one node at a
 * time, given to another when the node was silent for longer than the lease. Its completions are
 * the real handlers of the engine's tasks.
 */
final class SimScheduler {
  /** Heartbeats every two seconds, four may be missed. */
  private static final long LEASE = 8_000;

  private static final long POLL = 1_000;

  private final SimLoop loop;
  private final Map<String, Task<Void>> tasks = new HashMap<>();
  private final Map<String, Row> rows = new TreeMap<>();
  final List<Node> nodes = new ArrayList<>();
  private final TaskRepository repository = proxy(TaskRepository.class);
  final SchedulerClient client = proxy(SchedulerClient.class);
  int takenOver;

  private static final class Row {
    final TaskInstance<Void> instance;
    Instant time;
    Node pickedBy;
    long version;

    Row(TaskInstance<Void> instance, Instant time) {
      this.instance = instance;
      this.time = time;
    }
  }

  SimScheduler(SimLoop loop) {
    this.loop = loop;
  }

  void knows(Task<Void> task) {
    tasks.put(task.getName(), task);
  }

  private <T> T proxy(Class<T> face) {
    return face.cast(
        Proxy.newProxyInstance(
            face.getClassLoader(),
            new Class<?>[] {face},
            (self, method, args) ->
                switch (method.getName()) {
                  case "schedule" -> schedule((TaskInstance<?>) args[0], (Instant) args[1]);
                  case "remove" -> remove((Execution) args[0]);
                  case "reschedule" -> reschedule((Execution) args[0], until(args[1]));
                  default -> throw new AssertionError(method.toString());
                }));
  }

  private static Instant until(Object given) {
    return given instanceof RescheduleUpdate update ? update.executionTime() : (Instant) given;
  }

  private static String key(TaskInstance<?> instance) {
    return instance.getTaskName() + "/" + instance.getId();
  }

  private Object schedule(TaskInstance<?> instance, Instant at) {
    loop.pause(loop.between(1, 4));
    Row row = rows.get(key(instance));
    if (row == null) {
      row = new Row(new TaskInstance<>(instance.getTaskName(), instance.getId()), at);
      rows.put(key(instance), row);
    } else if (row.pickedBy != null) {
      throw new TaskInstanceCurrentlyExecutingException(instance.getTaskName(), instance.getId());
    }
    row.time = at;
    row.version++;
    due(row);
    return true;
  }

  private Row mine(Execution execution) {
    loop.pause(loop.between(1, 4));
    Row row = rows.get(key(execution.taskInstance));
    if (row == null || row.version != execution.version) {
      throw new IllegalStateException("Somebody else works on " + execution.taskInstance.getId());
    }
    return row;
  }

  private Object remove(Execution execution) {
    mine(execution);
    rows.remove(key(execution.taskInstance));
    return null;
  }

  private Object reschedule(Execution execution, Instant at) {
    Row row = mine(execution);
    row.pickedBy = null;
    row.time = at;
    row.version++;
    due(row);
    return true;
  }

  /** At its time some node that works picks it, at once or with its next poll. */
  private void due(Row row) {
    long version = row.version;
    long in = row.time.toEpochMilli() - loop.instant().toEpochMilli();
    long poll = loop.chance(0.5) ? 0 : loop.between(0, POLL);
    loop.spawn(outside, Math.max(0, in) + poll, () -> pick(row, version));
  }

  final Node outside = new Node("outside");

  private void pick(Row row, long version) {
    if (rows.get(key(row.instance)) != row || row.version != version || row.pickedBy != null) {
      return;
    }
    List<Node> working = working();
    if (working.isEmpty()) {
      loop.spawn(outside, POLL, () -> pick(row, version));
      return;
    }
    Node node = working.get(loop.random.nextInt(working.size()));
    row.pickedBy = node;
    row.version++;
    long picked = row.version;
    loop.spawn(node, loop.between(0, 5), () -> execute(row.instance, row.time, picked));
  }

  List<Node> working() {
    return nodes.stream().filter(n -> n.alive && n.frozenUntil <= loop.now()).toList();
  }

  private void execute(TaskInstance<Void> instance, Instant time, long version) {
    loop.pause(1);
    Task<Void> task = tasks.get(instance.getTaskName());
    Execution execution =
        new Execution(time, instance, true, "node", null, null, 0, loop.instant(), version);
    ExecutionOperations<Void> operations =
        new ExecutionOperations<>(repository, SchedulerListeners.NOOP, execution);
    Instant began = loop.instant();
    try {
      CompletionHandler<Void> handler = task.execute(instance, null);
      handler.complete(ExecutionComplete.success(execution, began, loop.instant()), operations);
    } catch (RuntimeException failed) {
      failed(task, execution, operations, began, failed);
    }
  }

  private void failed(
      Task<Void> task,
      Execution execution,
      ExecutionOperations<Void> operations,
      Instant began,
      RuntimeException failed) {
    try {
      task.getFailureHandler()
          .onFailure(
              ExecutionComplete.failure(execution, began, loop.instant(), failed), operations);
    } catch (RuntimeException somebodyElseHasIt) {
      failures++;
    }
  }

  int failures;

  /** A node that is silent loses its work after the lease. */
  void silent(Node node) {
    loop.spawn(
        outside,
        LEASE + loop.between(0, 2_000),
        () -> {
          boolean silent = !node.alive || node.frozenUntil > loop.now();
          if (!silent) {
            return;
          }
          List<Row> lost = rows.values().stream().filter(r -> r.pickedBy == node).toList();
          for (Row row : lost) {
            row.pickedBy = null;
            row.time = loop.instant();
            row.version++;
            takenOver++;
            due(row);
          }
        });
  }
}

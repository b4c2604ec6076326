package io.tyto.simulator.abap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transport request.
 *
 * @param type K workbench, W customizing, T transport of copies
 * @param objects on the request itself, beside those of its tasks
 * @param releasedAt when its release was begun, absent while it is modifiable
 * @param export how long the export takes: until then the status is O
 */
record TransportRequest(
    String number,
    String owner,
    String description,
    String type,
    String target,
    String client,
    List<TransportTask> tasks,
    List<TransportObject> objects,
    @Nullable Instant releasedAt,
    Duration export,
    Instant changedAt) {

  /** D modifiable, O release started, R released (facts: targets 3.7). */
  String status(Instant now) {
    if (releasedAt == null) {
      return "D";
    }
    return now.isBefore(releasedAt.plus(export)) ? "O" : "R";
  }

  static String spokenStatus(String status) {
    return switch (status) {
      case "D" -> "Modifiable";
      case "O" -> "Release Started";
      default -> "Released";
    };
  }

  boolean modifiable() {
    return releasedAt == null;
  }

  boolean customizing() {
    return type.equals("W");
  }

  /** The last moment anything about it changed. */
  Instant changedAt(Instant now) {
    return releasedAt != null && status(now).equals("R") ? releasedAt.plus(export) : changedAt;
  }

  /** Own objects and those of all tasks, each once. */
  List<TransportObject> allObjects() {
    Map<String, TransportObject> all = new LinkedHashMap<>();
    tasks.forEach(task -> task.objects().forEach(each -> all.putIfAbsent(each.key(), each)));
    objects.forEach(each -> all.putIfAbsent(each.key(), each));
    return List.copyOf(all.values());
  }

  Optional<TransportTask> task(String taskNumber) {
    return tasks.stream().filter(each -> each.number().equals(taskNumber)).findFirst();
  }

  boolean concerns(String user) {
    return owner.equals(user) || tasks.stream().anyMatch(each -> each.owner().equals(user));
  }

  TransportRequest withTask(TransportTask changed) {
    List<TransportTask> list = new ArrayList<>();
    for (TransportTask each : tasks) {
      list.add(each.number().equals(changed.number()) ? changed : each);
    }
    if (task(changed.number()).isEmpty()) {
      list.add(changed);
    }
    return copy(owner, description, List.copyOf(list), objects, releasedAt, changed.changedAt());
  }

  TransportRequest withoutTask(String taskNumber, Instant at) {
    List<TransportTask> list =
        tasks.stream().filter(each -> !each.number().equals(taskNumber)).toList();
    return copy(owner, description, list, objects, releasedAt, at);
  }

  TransportRequest ownedBy(String user, Instant at) {
    return copy(user, description, tasks, objects, releasedAt, at);
  }

  TransportRequest described(String text, Instant at) {
    return copy(owner, text, tasks, objects, releasedAt, at);
  }

  TransportRequest withObjects(List<TransportObject> list, Instant at) {
    return copy(owner, description, tasks, List.copyOf(list), releasedAt, at);
  }

  TransportRequest released(Instant at, Duration takes) {
    return new TransportRequest(
        number, owner, description, type, target, client, tasks, objects, at, takes, at);
  }

  private TransportRequest copy(
      String newOwner,
      String text,
      List<TransportTask> newTasks,
      List<TransportObject> newObjects,
      @Nullable Instant newReleasedAt,
      Instant at) {
    return new TransportRequest(
        number,
        newOwner,
        text,
        type,
        target,
        client,
        newTasks,
        newObjects,
        newReleasedAt,
        export,
        at);
  }
}

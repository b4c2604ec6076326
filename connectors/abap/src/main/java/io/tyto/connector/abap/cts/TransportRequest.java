package io.tyto.connector.abap.cts;

import java.util.List;
import java.util.stream.Stream;

/**
 * A transport request. Older releases list only number, owner, description and status; what they
 * leave out is empty (facts: 3.3).
 *
 * @param type TRFUNCTION: K workbench, W customizing, T transport of copies
 * @param changedAt {@code yyyyMMddHHmmss} as the system says it, in its own time zone
 * @param releasedAt the same, from the comment that a release leaves, or of the last change
 * @param ownObjects objects of the request itself, without those of its tasks
 */
public record TransportRequest(
    String number,
    String owner,
    String description,
    String type,
    TransportStatus status,
    String target,
    String sourceClient,
    String changedAt,
    String releasedAt,
    List<String> ownObjects,
    List<TransportTask> tasks) {

  public TransportRequest {
    ownObjects = List.copyOf(ownObjects);
    tasks = List.copyOf(tasks);
  }

  /** Everything it touches, each object once, sorted. */
  public List<String> objects() {
    return Stream.concat(
            ownObjects.stream(), tasks.stream().flatMap(task -> task.objects().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  public List<TransportTask> openTasks() {
    return tasks.stream().filter(task -> !task.status().released()).toList();
  }

  public String typeLabel() {
    return switch (type) {
      case "K" -> "Workbench";
      case "W" -> "Customizing";
      case "T" -> "Transport of Copies";
      default -> type;
    };
  }
}

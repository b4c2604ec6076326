package io.tyto.simulator.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of any kind.
 *
 * @param number the part of the display id behind {@code 3-}
 * @param more the fields that few tasks have, by their wire name; values as JSON shows them
 * @param features the features it is assigned to; kept here and nowhere else
 */
public record Task(
    UUID id,
    long number,
    UUID projectId,
    TaskType type,
    String title,
    String status,
    int priority,
    Instant created,
    Instant changed,
    Map<String, Object> more,
    List<UUID> features) {

  public String displayId() {
    return "3-" + number;
  }

  public @Nullable Object more(String name) {
    return more.get(name);
  }

  public boolean obsolete() {
    return Boolean.TRUE.equals(more.get("obsolete"));
  }

  public Task withTitle(String title) {
    return copy(title, status, priority, changed, more, features);
  }

  public Task withStatus(String status) {
    return copy(title, status, priority, changed, more, features);
  }

  public Task withPriority(int priority) {
    return copy(title, status, priority, changed, more, features);
  }

  public Task withChanged(Instant changed) {
    return copy(title, status, priority, changed, more, features);
  }

  public Task withFeatures(List<UUID> features) {
    return copy(title, status, priority, changed, more, List.copyOf(features));
  }

  /** Sets one of the rarer fields; null takes it away. */
  public Task with(String name, @Nullable Object value) {
    Map<String, Object> fields = new HashMap<>(more);
    if (value == null) {
      fields.remove(name);
    } else {
      fields.put(name, value);
    }
    return copy(title, status, priority, changed, Map.copyOf(fields), features);
  }

  private Task copy(
      String newTitle,
      String newStatus,
      int newPriority,
      Instant newChanged,
      Map<String, Object> newMore,
      List<UUID> newFeatures) {
    return new Task(
        id,
        number,
        projectId,
        type,
        newTitle,
        newStatus,
        newPriority,
        created,
        newChanged,
        newMore,
        newFeatures);
  }
}

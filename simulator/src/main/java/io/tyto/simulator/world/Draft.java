package io.tyto.simulator.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A task in the making. */
final class Draft {
  private final AlmWorld world;
  private final UUID projectId;
  private final TaskType type;
  private final String title;
  private final Map<String, Object> more = new LinkedHashMap<>();
  private String status;
  private int priority = 30;
  private Instant created;
  private Instant changed;
  private List<UUID> features = List.of();

  Draft(AlmWorld world, UUID projectId, TaskType type, String title) {
    this.world = world;
    this.projectId = projectId;
    this.type = type;
    this.title = title;
    this.status = type.open();
    this.created = world.clock().instant();
    this.changed = created;
  }

  Draft status(String value) {
    status = value;
    return this;
  }

  Draft priority(int value) {
    priority = value;
    return this;
  }

  Draft times(Instant from, Instant to) {
    created = from;
    changed = to;
    return this;
  }

  Draft with(String field, Object value) {
    more.put(field, value);
    return this;
  }

  Draft under(UUID... in) {
    features = List.of(in);
    return this;
  }

  Task add() {
    Task task =
        new Task(
            world.newId(),
            world.tasks().nextNumber(),
            projectId,
            type,
            title,
            status,
            priority,
            created,
            changed,
            Map.copyOf(more),
            features);
    world.tasks().add(task);
    return task;
  }
}

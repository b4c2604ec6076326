package io.tyto.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of the task list (facts: Cloud ALM 3.2); null and empty mean any. */
public record TaskQuery(
    UUID projectId,
    @Nullable String type,
    @Nullable String status,
    @Nullable String subStatus,
    @Nullable String assigneeId,
    @Nullable When<LocalDate> changedDate,
    @Nullable When<Instant> changedTimestamp,
    Set<String> tags,
    Set<UUID> ids) {

  /** {@code gt}, {@code eq} or {@code lt}; there are no others. */
  public record When<T extends Comparable<? super T>>(String operator, T than) {
    boolean holds(T value) {
      int order = value.compareTo(than);
      return switch (operator) {
        case "gt" -> order > 0;
        case "lt" -> order < 0;
        default -> order == 0;
      };
    }
  }

  public static TaskQuery all(UUID projectId) {
    return new TaskQuery(projectId, null, null, null, null, null, null, Set.of(), Set.of());
  }

  boolean takesAll() {
    return equals(all(projectId));
  }

  boolean matches(Task task) {
    return same(type, task.type().name())
        && same(status, task.status())
        && same(subStatus, task.more("subStatus"))
        && same(assigneeId, task.more("assigneeId"))
        && (changedTimestamp == null || changedTimestamp.holds(task.changed()))
        && (changedDate == null
            || changedDate.holds(task.changed().atZone(ZoneOffset.UTC).toLocalDate()))
        && (tags.isEmpty() || tagged(task.more("tags")))
        && (ids.isEmpty() || ids.contains(task.id()));
  }

  private boolean tagged(@Nullable Object of) {
    return of instanceof Collection<?> own && own.stream().anyMatch(tags::contains);
  }

  private static boolean same(@Nullable String wanted, @Nullable Object value) {
    return wanted == null || wanted.equals(value);
  }
}

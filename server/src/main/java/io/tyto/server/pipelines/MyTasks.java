package io.tyto.server.pipelines;

import io.tyto.server.kernel.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for a person. */
public interface MyTasks {

  /** Longest waiting first. */
  List<Item> of(Actor caller);

  /**
   * @param reason {@code approval}, {@code manual}, {@code returned}, {@code stopped}, {@code
   *     roll-back} for one that failed, {@code second-person} or {@code notice}
   * @param actions what the caller may do with it now
   * @param changeType {@code NORMAL}, {@code STANDARD} or {@code EMERGENCY}
   * @param behalf for whom the caller would decide as a deputy; null for oneself
   */
  record Item(
      String reason,
      String project,
      String workItemId,
      String title,
      String runId,
      String taskId,
      String stage,
      String name,
      String message,
      @Nullable Instant since,
      List<String> actions,
      @Nullable String behalf,
      String changeType) {

    /** The same with the work item's title. */
    public Item titled(String newTitle) {
      return new Item(
          reason,
          project,
          workItemId,
          newTitle,
          runId,
          taskId,
          stage,
          name,
          message,
          since,
          actions,
          behalf,
          changeType);
    }
  }
}

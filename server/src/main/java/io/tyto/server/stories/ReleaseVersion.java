package io.tyto.server.stories;

import io.tyto.server.kernel.ProjectKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The planned go-live that work items belong to.
 *
 * @param name unique in the project, ignoring case
 * @param goLive the planned day
 * @param archived no longer offered; its items keep it
 */
public record ReleaseVersion(
    String id,
    ProjectKey project,
    String name,
    String description,
    @Nullable LocalDate goLive,
    State state,
    boolean archived,
    Counts counts,
    int version) {

  /** RELEASED takes no more work items. */
  public enum State {
    PLANNED,
    RELEASED
  }

  /** Its work items by the state of their latest run. */
  public record Counts(
      int items, int notStarted, int running, int waiting, int failed, int completed) {}
}

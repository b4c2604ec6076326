package io.tyto.server.alm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pull of features and user stories.
 *
 * @param startedBy name as shown to people
 * @param counts disjoint; all zero until it is completed
 * @param fault why it failed, and what to do
 * @param messages what is worth knowing of a sync that went well
 */
public record SyncView(
    String id,
    String integrationId,
    String integrationName,
    State state,
    Mode mode,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    Progress progress,
    Counts counts,
    @Nullable String fault,
    List<String> messages) {

  public SyncView {
    messages = List.copyOf(messages);
  }

  /** Ends once. */
  public enum State {
    RUNNING,
    COMPLETED,
    FAILED
  }

  /** How much is read. */
  public enum Mode {
    /** Everything. */
    FULL,
    /** What changed since the last sync, and the assignments of all features. */
    CHANGES
  }

  /**
   * @param total as far as known now; may grow
   */
  public record Progress(int read, @Nullable Integer total) {}

  /** What became of the items. */
  public record Counts(int created, int updated, int unchanged, int gone) {}
}

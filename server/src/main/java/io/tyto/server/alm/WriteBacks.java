package io.tyto.server.alm;

import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows what was and is to be told to external systems. */
public interface WriteBacks {

  /** The latest first. @throws Refusal {@code not-found} */
  Page<WriteBackView> list(ProjectKey project, String integrationId, Filter filter, PageQuery page);

  /** Null matches everything. */
  record Filter(
      WriteBackView.@Nullable State state, @Nullable String workItem, @Nullable String runId) {}

  /**
   * One thing told or to be told.
   *
   * @param content text of the comment, label of the status, name of the reference
   * @param message how it ended, or why it was not written yet
   */
  record WriteBackView(
      String id,
      String workItem,
      Kind kind,
      String key,
      @Nullable String runId,
      String content,
      State state,
      int attempts,
      @Nullable String message,
      Instant createdAt,
      @Nullable Instant endedAt) {

    /** What it is. */
    public enum Kind {
      REFERENCE,
      COMMENT,
      STATUS
    }

    /** How far it has come. */
    public enum State {
      WAITING,
      WRITTEN,
      /** The other side said no; a warning. */
      REFUSED,
      /** The other side could not be reached for hours; a warning. */
      GIVEN_UP
    }
  }
}

package io.tyto.server.pipelines;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person has decided so far. */
public interface MyDecisions {

  /** In projects that the caller may read; newest first. */
  Page<Decided> of(Actor caller, PageQuery page);

  /**
   * @param verdict for example {@code APPROVED}, {@code REJECTED}, {@code COMPLETED}
   * @param by who decided; a deputy when it is not the caller
   * @param behalf for whom a deputy decided; null for one's own decision
   * @param message what was said along with it
   * @param runState how the run stands now
   */
  record Decided(
      String id,
      String verdict,
      String project,
      String workItemId,
      String title,
      String runId,
      String taskId,
      String stage,
      String name,
      String by,
      @Nullable String behalf,
      String message,
      Instant at,
      String runState) {}
}

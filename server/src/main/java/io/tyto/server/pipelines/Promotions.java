package io.tyto.server.pipelines;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.ChangeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the button Promote does. */
public interface Promotions {

  /**
   * Starts a run, or goes on with the one that waits, or returns the one that runs.
   *
   * @throws Refusal of a gate, or {@code candidate-outdated}, {@code no-pipeline} ...
   */
  Started start(Order order, Actor promoter);

  /**
   * The same for a release package, whose items go together in one run.
   *
   * @throws Refusal of a gate, or {@code item-in-another-run} ...
   */
  Started startPackage(PackageOrder order, Actor promoter);

  /**
   * @param digest over all that was looked at; null for what is there now
   * @param continues the wait for promotion to be released; null starts or returns
   * @param changeType of a new run; what the pipeline takes as the usual one when null
   */
  record PackageOrder(
      ProjectKey project,
      String packageId,
      @Nullable String digest,
      @Nullable Continues continues,
      @Nullable Instant notBefore,
      @Nullable String window,
      @Nullable String overrideReason,
      @Nullable ChangeType changeType,
      @Nullable String idempotencyKey) {

    /** As an order for the first of the package. */
    public Order leadBy(WorkItemId lead) {
      String key = idempotencyKey == null ? null : "package/" + packageId + "/" + idempotencyKey;
      return new Order(
          lead, null, continues, notBefore, window, overrideReason, key, changeType, null);
    }
  }

  /**
   * @param candidate the number that was looked at; null for the current one
   * @param continues the wait for promotion to be released; null starts or returns
   * @param notBefore start no earlier
   * @param window {@code next} window of the target
   * @param overrideReason passes the gates that may be overridden; on Production a second person
   *     has to confirm it at the deployment
   * @param changeType of a new run; what the pipeline takes as the usual one when null
   * @param idempotencyKey the same key by the same person answers the same run
   * @param digest of the candidate that was looked at; null for what is there now
   */
  record Order(
      WorkItemId workItem,
      @Nullable Integer candidate,
      @Nullable Continues continues,
      @Nullable Instant notBefore,
      @Nullable String window,
      @Nullable String overrideReason,
      @Nullable String idempotencyKey,
      @Nullable ChangeType changeType,
      @Nullable String digest) {

    /** The usual change, of what is there now. */
    public Order(
        WorkItemId workItem,
        @Nullable Integer candidate,
        @Nullable Continues continues,
        @Nullable Instant notBefore,
        @Nullable String window,
        @Nullable String overrideReason,
        @Nullable String idempotencyKey) {
      this(
          workItem,
          candidate,
          continues,
          notBefore,
          window,
          overrideReason,
          idempotencyKey,
          null,
          null);
    }

    public static Order of(WorkItemId item) {
      return new Order(item, null, null, null, null, null, null);
    }

    /** The same, no earlier than that. */
    public Order startingAt(Instant time) {
      return new Order(
          workItem,
          candidate,
          continues,
          time,
          window,
          overrideReason,
          idempotencyKey,
          changeType,
          digest);
    }

    public boolean overrides() {
      return overrideReason != null && !overrideReason.isBlank();
    }
  }

  /** Names the task that waits. */
  record Continues(@Nullable String runId, @Nullable String taskId) {}

  /**
   * @param fresh false when the run was there before
   */
  record Started(RunView run, boolean fresh) {}
}

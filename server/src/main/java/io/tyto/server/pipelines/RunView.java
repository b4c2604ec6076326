package io.tyto.server.pipelines;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the outside sees it.
 *
 * @param workItemId the first of what it carries
 * @param releasePackage the release package; null when one work item goes by itself
 * @param items what it carries, in order
 * @param deliverables of its candidates, in the order in which they go: what is approved
 * @param state {@code RUNNING}, {@code WAITING}, {@code FAILED}, {@code COMPLETED}, {@code ABORTED}
 *     or {@code SUPERSEDED}
 * @param supersededBy the run of the next candidate
 * @param actions {@code abort} when this caller may abort it now
 */
public record RunView(
    String id,
    String project,
    String workItemId,
    @Nullable PackageRef releasePackage,
    List<Carried> items,
    PipelineRef pipeline,
    int candidate,
    String candidateDigest,
    List<Brought> deliverables,
    String state,
    String stage,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String supersededBy,
    List<String> actions,
    List<StageView> stages,
    List<BypassView> bypasses,
    String changeType) {

  /** The release package as it was called when the run began. */
  public record PackageRef(String id, String name) {}

  /** A work item with the candidate that goes. */
  public record Carried(String workItemId, int candidate) {}

  /**
   * A deliverable as it goes, whatever became of it at its work item since.
   *
   * @param digest of its content; null where there is none
   */
  public record Brought(
      String id,
      String workItemId,
      String kind,
      String name,
      @Nullable String externalId,
      @Nullable String version,
      @Nullable String author,
      @Nullable String digest) {}

  /** The pinned pipeline version. */
  public record PipelineRef(String id, int version) {}

  /**
   * @param state as of a run, or {@code READY} while its turn has not come
   */
  public record StageView(String name, String state, List<TaskView> tasks) {}

  /**
   * @param group names a parallel group
   * @param assignees whom it waits for, as the pipeline words them
   * @param actions last path words that this caller may use on it now
   * @param hook where the awaited message goes, shown to those who may control the run
   * @param asks what its actions take beside a reason; null when nothing
   * @param ahead whom it queues behind; null when that is its own run or none that the caller sees
   */
  public record TaskView(
      String id,
      String name,
      String kind,
      String state,
      @Nullable String group,
      int attempt,
      @Nullable String waitingFor,
      List<String> assignees,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      String message,
      List<DecisionView> decisions,
      List<EvidenceLink> evidence,
      @Nullable Hook hook,
      @Nullable Asks asks,
      List<String> actions,
      @Nullable Ahead ahead) {}

  /** The run that has the system or goes first there, of a package or a work item. */
  public record Ahead(String project, String runId, String carried) {}

  /**
   * What to send along with an action.
   *
   * @param returnCodes requests whose return codes complete wants, in the order of the import list
   * @param evidence complete or approve wants something attached
   * @param again retry asks first what became of the last attempt; with again it does it once more
   * @param override retry may pass the gates that stopped it
   * @param message approve wants a reason, too
   * @param checklist lines that complete wants ticked
   * @param digest what approve is bound to now; sent along, nothing else is approved
   */
  public record Asks(
      List<String> returnCodes,
      boolean evidence,
      boolean again,
      boolean override,
      boolean message,
      List<String> checklist,
      @Nullable String digest) {}

  /** Who decided what on a task. */
  public record DecisionView(String verdict, String by, String message, Instant at) {}

  /** A document that shows what happened. */
  public record EvidenceLink(String name, String href) {}

  /**
   * @param token to be sent as {@code X-Tyto-Token}
   */
  public record Hook(String path, String token) {}

  /** A way around a rule. */
  public record BypassView(
      String taskId,
      String action,
      String askedBy,
      String reason,
      Instant at,
      @Nullable String confirmedBy) {}
}

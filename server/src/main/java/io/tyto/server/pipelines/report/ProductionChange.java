package io.tyto.server.pipelines.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deliverable that a run brought to a Production environment.
 *
 * @param at when the target had taken it
 * @param workItemId whose deliverable it is
 * @param releasePackage it went with; null when the item went by itself
 * @param changeType of the run: {@code NORMAL}, {@code STANDARD} or {@code EMERGENCY}
 * @param requester who pressed Promote first
 * @param developer the author in the source system, else who attached it
 * @param testers who approved or completed something before the stage of the deployment
 * @param approvals of the stage of the deployment, and of an emergency the one afterwards
 * @param importer who imported by hand, or who pressed Promote for Tyto to do it
 * @param log what the target said
 * @param rolledBack taken back since
 * @param bypasses ways around a rule that were asked for in its run up to the deployment
 */
public record ProductionChange(
    Instant at,
    String environment,
    String workItemId,
    String title,
    @Nullable String releasePackage,
    String changeType,
    String kind,
    String externalId,
    String name,
    @Nullable String version,
    List<String> objects,
    String requester,
    String developer,
    List<String> testers,
    List<Approval> approvals,
    String importer,
    String runId,
    String log,
    List<LogLink> documents,
    boolean rolledBack,
    List<Bypassed> bypasses) {

  /** The same with the work item's title. */
  ProductionChange titled(String newTitle) {
    return new ProductionChange(
        at,
        environment,
        workItemId,
        newTitle,
        releasePackage,
        changeType,
        kind,
        externalId,
        name,
        version,
        objects,
        requester,
        developer,
        testers,
        approvals,
        importer,
        runId,
        log,
        documents,
        rolledBack,
        bypasses);
  }

  /**
   * @param meaning what was approved, and the approver's own words
   */
  public record Approval(String by, String meaning, Instant at) {}

  /** A document of the run. */
  public record LogLink(String name, String href) {}
}

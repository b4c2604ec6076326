package io.tyto.simulator.world;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project; {@code etag} changes with every edit. */
public record Project(
    UUID id,
    String name,
    boolean hidden,
    Visibility visibility,
    String operationalStatus,
    UUID phaseId,
    @Nullable UUID deploymentPlanId,
    @Nullable UUID programId,
    String etag) {

  /** Private and protected projects are silently absent without a scope of their own. */
  public enum Visibility {
    PUBLIC,
    PRIVATE,
    PROTECTED
  }

  public Project renamed(String newName, String newEtag) {
    return new Project(
        id,
        newName,
        hidden,
        visibility,
        operationalStatus,
        phaseId,
        deploymentPlanId,
        programId,
        newEtag);
  }

  public Project withHidden(boolean nowHidden, String newEtag) {
    return new Project(
        id,
        name,
        nowHidden,
        visibility,
        operationalStatus,
        phaseId,
        deploymentPlanId,
        programId,
        newEtag);
  }
}

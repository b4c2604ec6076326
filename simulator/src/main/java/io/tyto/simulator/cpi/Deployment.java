package io.tyto.simulator.cpi;

import io.tyto.simulator.cpi.content.ArtifactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One deployment and what is visible of it as time goes by.
 *
 * <p>The row a redeployment replaces stays visible until the first half is over, so a reader that
 * looks at the status only takes an old {@code STARTED} for a new one (facts: targets 1.6). The
 * task succeeds before the artifact is started.
 *
 * @param failure why it does not start, empty when it does
 * @param undeployedAt when somebody took it down again
 * @param before the deployment whose row it replaces
 */
record Deployment(
    String task,
    ArtifactKind kind,
    String id,
    String name,
    String version,
    String by,
    Instant at,
    Duration takes,
    String failure,
    @Nullable Instant undeployedAt,
    @Nullable Deployment before) {

  /** A row of the runtime artifacts. */
  record Row(
      String id,
      String version,
      String name,
      ArtifactKind kind,
      String deployedBy,
      Instant deployedOn,
      String status) {}

  Optional<Row> row(Instant now) {
    Instant appears = at.plus(takes.dividedBy(2));
    if (now.isBefore(appears)) {
      return Optional.ofNullable(before).flatMap(earlier -> earlier.row(now));
    }
    if (undeployedAt != null) {
      boolean gone = !now.isBefore(undeployedAt.plus(takes.dividedBy(4)));
      return gone ? Optional.empty() : Optional.of(row(appears, "STOPPING"));
    }
    if (now.isBefore(at.plus(takes))) {
      return Optional.of(row(appears, "STARTING"));
    }
    return Optional.of(row(appears, failure.isEmpty() ? "STARTED" : "ERROR"));
  }

  /** {@code DEPLOYING}, then {@code SUCCESS} or {@code FAIL}. */
  String taskStatus(Instant now) {
    if (now.isBefore(at.plus(takes.multipliedBy(3).dividedBy(4)))) {
      return "DEPLOYING";
    }
    return failure.isEmpty() ? "SUCCESS" : "FAIL";
  }

  /** The explanation comes a little after the status. */
  boolean explains(Instant now) {
    return !failure.isEmpty() && !now.isBefore(at.plus(takes).plus(takes.dividedBy(4)));
  }

  Deployment undeployed(Instant when) {
    return new Deployment(task, kind, id, name, version, by, at, takes, failure, when, null);
  }

  /** For keeping as somebody's predecessor: without its own. */
  Deployment alone() {
    return new Deployment(
        task, kind, id, name, version, by, at, takes, failure, undeployedAt, null);
  }

  private Row row(Instant deployedOn, String status) {
    return new Row(id, version, name, kind, by, deployedOn, status);
  }
}

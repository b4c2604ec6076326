package io.tyto.connector.cpi;

import io.tyto.connector.cpi.Opaque.Baseline;
import io.tyto.connector.cpi.Opaque.Watch;
import io.tyto.connector.cpi.wire.ArtifactType;
import io.tyto.connector.cpi.wire.RuntimeArtifact;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Delivery.Item;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Uploads one artifact, deploys it, and finds out afterwards whether it was deployed.
 *
 * <p>An artifact that runs in this very version already is deployed again when asked to: changed
 * parameters act only after that (facts: 1.5), and running the same version anew changes nothing
 * else. Leaving out what is there already is the engine's decision.
 */
final class Deployment {
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Tenant tenant;

  Deployment(Tenant tenant) {
    this.tenant = tenant;
  }

  Progress start(Delivery delivery) {
    Item item = delivery.items().getFirst();
    Upload.Outcome outcome;
    try {
      outcome = new Upload(tenant).carryOut(item);
    } catch (FaultException failed) {
      return FailedStep.whilePreparing(failed);
    }
    return switch (outcome) {
      case Upload.Outcome.Stopped stopped ->
          new Progress.Refused(stopped.code(), stopped.message(), List.of());
      case Upload.Outcome.Uploaded uploaded when uploadOnly(delivery) ->
          new Progress.Done(
              item.name() + " is uploaded, not deployed.", List.of(evidence(uploaded.notes())));
      case Upload.Outcome.Uploaded uploaded ->
          deploy(
              uploaded.type(),
              item.externalId(),
              item.name(),
              uploaded.version(),
              uploaded.notes());
    };
  }

  /** The guarded call, after a last look at what runs now. */
  Progress deploy(
      ArtifactType type, String id, String name, @Nullable String version, List<String> notes) {
    Instant newerThan;
    try {
      newerThan = tenant.deployed().find(id).map(RuntimeArtifact::deployedOn).orElse(null);
    } catch (FaultException failed) {
      return FailedStep.whilePreparing(failed);
    }
    try {
      String task = tenant.deployed().deploy(type, id).orElse(null);
      Instant now = tenant.clock().instant();
      Watch watch = new Watch(id, name, task, newerThan, version, now, null, notes);
      return new Progress.Working(Opaque.handle(watch), Duration.ofSeconds(1), "Deploying " + name);
    } catch (FaultException failed) {
      return FailedStep.whileDeploying(failed, tenant.settings().settle());
    }
  }

  Before look(Delivery delivery) {
    RuntimeArtifact running = tenant.deployed().find(idOf(delivery)).orElse(null);
    return Opaque.before(
        new Baseline(
            tenant.clock().instant(),
            running == null ? null : running.version(),
            running == null ? null : running.deployedOn(),
            running == null ? null : running.status()),
        running == null || uploadOnly(delivery) ? null : underWay(running).orElse(null));
  }

  /**
   * A deployment of it that is not over. Nothing of ours is under way when this is asked, so
   * somebody began it in the tenant or by another tool, and a second one would run over it: the
   * tenant accepts that (facts: 1.6). While it is only being built, the tenant shows it to nobody
   * who has not its task id.
   */
  static Optional<String> underWay(RuntimeArtifact running) {
    return switch (running.status()) {
      case "STARTING" ->
          Optional.of(
              "%s %s is being started in the tenant, deployed by %s on %s. If it hangs there, undeploy it."
                  .formatted(
                      running.id(), running.version(), running.deployedBy(), running.deployedOn()));
      case "STOPPING" ->
          Optional.of("%s is being undeployed in the tenant.".formatted(running.id()));
      default -> Optional.empty();
    };
  }

  Finding find(Delivery delivery, Before before) {
    if (uploadOnly(delivery)) {
      return new Finding.DidNot("Only an upload was asked for; it may be repeated.");
    }
    Baseline baseline = Opaque.baseline(before);
    Item item = delivery.items().getFirst();
    RuntimeArtifact running;
    try {
      running = tenant.deployed().find(item.externalId()).orElse(null);
    } catch (FaultException failed) {
      if (failed.fault().kind().retryable()) {
        return new Finding.TooEarly(AGAIN);
      }
      return new Finding.CannotTell(List.of(evidence(List.of(failed.fault().message()))));
    }
    if (running != null && running.deployedAfter(baseline.deployedOn())) {
      return happened(item, baseline, running);
    }
    Instant now = tenant.clock().instant();
    Instant sentBy = Objects.requireNonNullElse(before.sentBy(), baseline.lookedAt());
    Instant settled = sentBy.plus(tenant.settings().settle());
    if (running != null && running.status().equals("STARTING")) {
      return new Finding.TooEarly(AGAIN);
    }
    if (now.isBefore(settled)) {
      return new Finding.TooEarly(Duration.between(now, settled));
    }
    return new Finding.DidNot(
        "Nothing new was deployed as %s since %s."
            .formatted(item.externalId(), baseline.lookedAt()));
  }

  /** A version that is not ours was deployed by somebody else: that says nothing about our call. */
  private Finding happened(Item item, Baseline baseline, RuntimeArtifact running) {
    String version = item.version();
    if (version != null && !version.equals(running.version())) {
      List<String> lines =
          List.of(
              "Expected version: " + version,
              "Running version: " + running.version() + ", " + running.status(),
              "Deployed on: " + running.deployedOn() + " by " + running.deployedBy(),
              "Deployed on before: " + baseline.deployedOn());
      return new Finding.CannotTell(List.of(evidence(lines)));
    }
    Watch watch =
        new Watch(
            item.externalId(),
            item.name(),
            null,
            baseline.deployedOn(),
            version,
            tenant.clock().instant(),
            null,
            List.of("Found after a lost answer."));
    return new Finding.Happened(Opaque.handle(watch));
  }

  static boolean uploadOnly(Delivery delivery) {
    return "upload-only".equals(delivery.options().get("mode"));
  }

  static Evidence evidence(List<String> lines) {
    return new Evidence("deployment.txt", "text/plain", String.join("\n", lines));
  }

  private static String idOf(Delivery delivery) {
    return delivery.items().getFirst().externalId();
  }
}

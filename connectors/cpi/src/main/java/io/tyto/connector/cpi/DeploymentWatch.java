package io.tyto.connector.cpi;

import io.tyto.connector.cpi.Opaque.Watch;
import io.tyto.connector.cpi.wire.RuntimeArtifact;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches a deployment: first the task, then the runtime, until the artifact is started by a newer
 * deployment (facts: 1.6).
 */
final class DeploymentWatch {
  private static final Duration REASON_COMES_WITHIN = Duration.ofMinutes(2);

  private final Tenant tenant;

  DeploymentWatch(Tenant tenant) {
    this.tenant = tenant;
  }

  Progress poll(Handle handle) {
    Watch watch = Opaque.watch(handle);
    try {
      String task = taskStatus(watch);
      return switch (task) {
        case "DEPLOYING" -> working(watch, "The tenant builds and deploys " + watch.name());
        case "SUCCESS", "" -> runtime(watch);
        default -> failed(watch, "The deployment task ended with " + task + ".");
      };
    } catch (FaultException failed) {
      return new Progress.Broken(failed.fault());
    }
  }

  /** Empty for no task, and for one that the tenant has forgotten: the runtime tells then. */
  private String taskStatus(Watch watch) {
    String taskId = watch.taskId();
    return taskId == null ? "" : tenant.deployed().taskStatus(taskId).orElse("");
  }

  private Progress runtime(Watch watch) {
    Optional<RuntimeArtifact> found = tenant.deployed().find(watch.artifactId());
    if (found.isEmpty()) {
      return working(watch, "Built; not yet in the runtime");
    }
    RuntimeArtifact running = found.get();
    if (!running.deployedAfter(watch.newerThan())) {
      return working(watch, "Built; the runtime still shows the earlier deployment");
    }
    return switch (running.status()) {
      case "STARTED" -> started(watch, running);
      case "ERROR" -> failed(watch, watch.name() + " does not start.");
      default -> working(watch, "The runtime says " + running.status());
    };
  }

  private Progress started(Watch watch, RuntimeArtifact running) {
    List<String> lines = new ArrayList<>(watch.notes());
    lines.add("Status: " + running.status());
    lines.add("Version: " + running.version());
    lines.add("Deployed on: " + running.deployedOn() + " by " + running.deployedBy());
    lines.add("Deployed on before: " + watch.newerThan());
    lines.add("Task: " + watch.taskId());
    Evidence evidence = Deployment.evidence(lines);
    String expected = watch.version();
    if (expected != null && !expected.equals(running.version())) {
      String message =
          "%s runs in version %s, expected was %s."
              .formatted(watch.name(), running.version(), expected);
      return new Progress.Refused("version-differs", message, List.of(evidence));
    }
    String summary = "%s %s is started.".formatted(watch.name(), running.version());
    return new Progress.Done(summary, List.of(evidence));
  }

  /** The reason comes later than the failure, so it is waited for a while. */
  private Progress failed(Watch watch, String what) {
    Optional<String> reason = tenant.deployed().errorInformation(watch.artifactId());
    Instant now = tenant.clock().instant();
    Instant since = watch.failedSince() == null ? now : watch.failedSince();
    if (reason.isEmpty() && now.isBefore(since.plus(REASON_COMES_WITHIN))) {
      return working(watch.failedAt(since), what + " Waiting for the reason.");
    }
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Deployment.evidence(watch.notes()));
    reason.ifPresent(text -> evidence.add(new Evidence("error.txt", "text/plain", text)));
    String first = reason.flatMap(text -> text.lines().findFirst()).orElse("No reason was given.");
    return new Progress.Refused("deploy-failed", what + " " + first, evidence);
  }

  private Progress working(Watch watch, String note) {
    Duration age = Duration.between(watch.startedAt(), tenant.clock().instant());
    Duration pause =
        age.toSeconds() < 60
            ? Duration.ofSeconds(2)
            : age.toMinutes() < 5 ? Duration.ofSeconds(5) : Duration.ofSeconds(15);
    return new Progress.Working(Opaque.handle(watch), pause, note);
  }
}

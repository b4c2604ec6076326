package io.tyto.connector.abap;

import io.tyto.connector.abap.cts.CtsApi;
import io.tyto.connector.abap.cts.ReleaseReport;
import io.tyto.connector.abap.cts.TransportRequest;
import io.tyto.connector.abap.cts.TransportTask;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Releases a request, its tasks first, and believes only what is read back: 200 does not mean
 * released (facts: 3.6). What is released already is left alone, so a repetition does no harm.
 */
final class TransportReleases {
  private static final Duration EXPORT_PAUSE = Duration.ofSeconds(2);

  private final CtsApi cts;

  TransportReleases(CtsApi cts) {
    this.cts = cts;
  }

  Progress release(String number, @Nullable String digest) {
    try {
      Optional<TransportRequest> found = cts.find(number);
      if (found.isEmpty()) {
        return unknown(number);
      }
      TransportRequest request = found.get();
      if (digest != null && !TransportDigest.unchanged(request, digest)) {
        return changed(request);
      }
      if (request.status().released() || request.status().releasing()) {
        return standing(request, List.of());
      }
      List<String> log = new ArrayList<>();
      for (TransportTask task : request.openTasks()) {
        Optional<Progress> refused = releaseTask(task, log);
        if (refused.isPresent()) {
          return refused.get();
        }
      }
      return releaseRequest(request.number(), log);
    } catch (FaultException failed) {
      return broken(failed);
    }
  }

  Progress poll(Handle handle) {
    try {
      Optional<TransportRequest> found = cts.find(handle.value());
      return found.isEmpty() ? unknown(handle.value()) : standing(found.get(), List.of());
    } catch (FaultException failed) {
      return new Progress.Broken(failed.fault());
    }
  }

  private Optional<Progress> releaseTask(TransportTask task, List<String> log) {
    ReleaseReport report = cts.release(task.number());
    log.add(line(task.number(), report));
    if (report.released() || taskIsReleased(task)) {
      return Optional.empty();
    }
    String message =
        "Task %s of %s is not released: %s".formatted(task.number(), task.owner(), report.reason());
    return Optional.of(new Progress.Refused("task-not-released", message, evidence(log)));
  }

  private boolean taskIsReleased(TransportTask task) {
    return cts.find(task.number()).stream()
        .flatMap(request -> request.tasks().stream())
        .anyMatch(each -> each.number().equals(task.number()) && each.status().released());
  }

  private Progress releaseRequest(String number, List<String> log) {
    ReleaseReport report = cts.release(number);
    log.add(line(number, report));
    TransportRequest after = cts.find(number).orElse(null);
    if (after == null) {
      return unknown(number);
    }
    if (after.status().released() || after.status().releasing()) {
      return standing(after, log);
    }
    if (report.released()) {
      // The report may run ahead of what a read shows.
      return new Progress.Working(
          new Handle(number), EXPORT_PAUSE, number + " is reported released; reading it back");
    }
    String message = "%s is not released: %s".formatted(number, report.reason());
    return new Progress.Refused("not-released", message, evidence(log));
  }

  private static Progress standing(TransportRequest request, List<String> log) {
    if (request.status().released()) {
      List<String> lines = new ArrayList<>(log);
      lines.add(
          "%s: %s, released %s"
              .formatted(request.number(), request.status().label(), request.releasedAt()));
      return new Progress.Done(request.number() + " is released.", evidence(lines));
    }
    if (request.status().releasing()) {
      return new Progress.Working(
          new Handle(request.number()),
          EXPORT_PAUSE,
          "The export of " + request.number() + " runs");
    }
    return new Progress.Refused(
        "not-released",
        "%s is %s after all; open tasks: %s"
            .formatted(
                request.number(),
                request.status().label(),
                TransportCatalog.tasks(request.openTasks())),
        evidence(log));
  }

  private static Progress broken(FaultException failed) {
    Fault fault = failed.fault();
    return switch (fault.kind()) {
      case REFUSED, CONFLICT, NOT_FOUND, FORBIDDEN ->
          new Progress.Refused("release-refused", fault.message(), List.of());
      case UNREACHABLE,
          UNKNOWN,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          UNAUTHENTICATED,
          BLOCKED,
          MALFORMED ->
          new Progress.Broken(fault);
    };
  }

  private static Progress changed(TransportRequest request) {
    return new Progress.Refused(
        "content-changed",
        "%s carries something else than when it was attached; it has %d objects now. Attach it again, so that people approve what it carries."
            .formatted(request.number(), request.objects().size()),
        List.of());
  }

  private static Progress unknown(String number) {
    return new Progress.Refused(
        "not-found", "This system does not know a transport request " + number + ".", List.of());
  }

  private static String line(String number, ReleaseReport report) {
    return "%s: %s %s\n%s"
        .formatted(number, report.status(), report.statusText(), report.reason())
        .strip();
  }

  private static List<Evidence> evidence(List<String> log) {
    return log.isEmpty()
        ? List.of()
        : List.of(new Evidence("release.txt", "text/plain", String.join("\n", log)));
  }
}

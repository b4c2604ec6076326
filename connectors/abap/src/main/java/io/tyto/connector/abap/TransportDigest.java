package io.tyto.connector.abap;

import io.tyto.connector.abap.cts.TransportRequest;
import io.tyto.connector.abap.cts.TransportTask;
import io.tyto.connector.kit.archive.ArchiveDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Identifies what a request carries: number, tasks, objects, and the time of its release. */
final class TransportDigest {
  private TransportDigest() {}

  /**
   * Order of tasks and objects does not count; lengths go first, so that no two lists look alike.
   */
  static String of(TransportRequest request) {
    return of(request, request.status().released());
  }

  /** Whether it carries what it did when it had that digest, released since or not. */
  static boolean unchanged(TransportRequest request, String digest) {
    return digest.equals(of(request)) || digest.equals(of(request, false));
  }

  private static String of(TransportRequest request, boolean withRelease) {
    StringBuilder canonical = new StringBuilder();
    line(canonical, "request", request.number());
    request.tasks().stream()
        .map(TransportTask::number)
        .sorted()
        .forEach(task -> line(canonical, "task", task));
    List<String> objects = request.objects();
    objects.forEach(object -> line(canonical, "object", object));
    if (withRelease) {
      line(canonical, "released", request.releasedAt());
    }
    return ArchiveDigest.ofBytes(canonical.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void line(StringBuilder canonical, String name, String value) {
    canonical
        .append(name)
        .append(' ')
        .append(value.length())
        .append(':')
        .append(value)
        .append('\n');
  }
}

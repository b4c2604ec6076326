package io.tyto.connector.cpi;

import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Handle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this connector lets the engine keep for it between two calls. */
final class Opaque {
  private Opaque() {}

  static Handle handle(Watch watch) {
    return new Handle(Json.MAPPER.writeValueAsString(watch));
  }

  static Watch watch(Handle handle) {
    return Json.MAPPER.readValue(handle.value(), Watch.class);
  }

  static Before before(Baseline baseline, @Nullable String underWay) {
    return new Before(Json.MAPPER.writeValueAsString(baseline), underWay);
  }

  static Baseline baseline(Before before) {
    return Json.MAPPER.readValue(before.value(), Baseline.class);
  }

  static String saved(Saved saved) {
    return Json.MAPPER.writeValueAsString(saved);
  }

  static Saved saved(String value) {
    return Json.MAPPER.readValue(value, Saved.class);
  }

  /**
   * A deployment under way.
   *
   * @param taskId null where the tenant gives none
   * @param newerThan DeployedOn before the deployment; the old entry stays visible (facts: 1.6)
   * @param version expected in the runtime, null when the tenant does not show the source's version
   * @param failedSince when the task was first seen failed; its reason comes later
   * @param notes what was done on the way, for the evidence
   */
  record Watch(
      String artifactId,
      String name,
      @Nullable String taskId,
      @Nullable Instant newerThan,
      @Nullable String version,
      Instant startedAt,
      @Nullable Instant failedSince,
      List<String> notes) {

    Watch failedAt(Instant now) {
      return new Watch(artifactId, name, taskId, newerThan, version, startedAt, now, notes);
    }
  }

  /** The runtime as it was when the intent was stored. */
  record Baseline(
      Instant lookedAt,
      @Nullable String version,
      @Nullable Instant deployedOn,
      @Nullable String status) {}

  /** What a backup needs beside the bytes. */
  record Saved(
      @Nullable String artifactType,
      @Nullable String version,
      @Nullable String name,
      @Nullable String packageId,
      boolean wasDeployed,
      List<SavedParameter> parameters) {}

  /** A parameter's value at the target. */
  record SavedParameter(String key, @Nullable String value, @Nullable String dataType) {}
}

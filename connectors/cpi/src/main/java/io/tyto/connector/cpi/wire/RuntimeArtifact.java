package io.tyto.connector.cpi.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the runtime says of a deployed artifact. */
public record RuntimeArtifact(
    String id,
    String version,
    String status,
    @Nullable Instant deployedOn,
    @Nullable String deployedBy) {

  public boolean deployedAfter(@Nullable Instant before) {
    return before == null || (deployedOn != null && deployedOn.isAfter(before));
  }
}

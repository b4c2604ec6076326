package io.tyto.server.landscape;

import io.tyto.server.kernel.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An environment as it is shown, with where it is used; lists leave that out. */
public record EnvironmentDetails(
    EnvironmentId id,
    String name,
    String connector,
    EnvironmentView.Type type,
    EnvironmentView.Mode mode,
    Map<String, Object> settings,
    @Nullable String credentialId,
    List<EnvironmentUse.Use> usedBy,
    Instant createdAt,
    Instant modifiedAt,
    int version) {

  public EnvironmentDetails {
    usedBy = List.copyOf(usedBy);
  }
}

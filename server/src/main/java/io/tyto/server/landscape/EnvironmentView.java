package io.tyto.server.landscape;

import io.tyto.server.kernel.EnvironmentId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered runtime. */
public record EnvironmentView(
    EnvironmentId id,
    String name,
    String connector,
    Type type,
    Mode mode,
    Map<String, Object> settings,
    @Nullable String credentialId,
    int version) {

  /** What the environment is used for. */
  public enum Type {
    SANDBOX,
    DEVELOPMENT,
    QUALITY,
    PRE_PRODUCTION,
    PRODUCTION
  }

  /** PLAN_ONLY: browse, compare, plan, never write. */
  public enum Mode {
    PLAN_ONLY,
    LIVE
  }
}

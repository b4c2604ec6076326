package io.tyto.server.landscape;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why an environment, a landscape or a parameter cannot be as asked. */
public enum LandscapeRefusal implements RefusalCode {
  ENVIRONMENT_IN_USE("environment-in-use", RefusalKind.CONFLICT),
  /** The project does not use that environment. */
  NOT_IN_PROJECT("environment-not-in-project", RefusalKind.INVALID),
  UNKNOWN_ENVIRONMENT("unknown-environment", RefusalKind.INVALID),
  DUPLICATE("duplicate-environment", RefusalKind.INVALID),
  EMPTY("empty-landscape", RefusalKind.INVALID),
  UNKNOWN_PARAMETER("unknown-parameter", RefusalKind.INVALID),
  /** Nothing tells which environment the artifact comes from. */
  NO_SOURCE("no-source-environment", RefusalKind.CONFLICT),
  NO_PARAMETERS("no-parameters", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  LandscapeRefusal(String code, RefusalKind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public RefusalKind kind() {
    return kind;
  }
}

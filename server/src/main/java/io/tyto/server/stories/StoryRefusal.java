package io.tyto.server.stories;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a release version or a dependency is not written. */
public enum StoryRefusal implements RefusalCode {
  NAME_TAKEN("name-taken", RefusalKind.CONFLICT),
  RELEASE_CLOSED("release-closed", RefusalKind.CONFLICT),
  REASON_REQUIRED("reason-required", RefusalKind.INVALID),
  DEPENDENCY_CYCLE("dependency-cycle", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  StoryRefusal(String code, RefusalKind kind) {
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

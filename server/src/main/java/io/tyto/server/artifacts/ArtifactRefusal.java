package io.tyto.server.artifacts;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a deliverable is not taken, moved or secured. */
public enum ArtifactRefusal implements RefusalCode {
  UNKNOWN_KIND("unknown-kind", RefusalKind.INVALID),
  ENVIRONMENT_REQUIRED("environment-required", RefusalKind.INVALID),
  NOT_A_SOURCE("not-a-source", RefusalKind.INVALID),
  ARTIFACT_UNUSABLE("artifact-unusable", RefusalKind.INVALID),
  FILE_REQUIRED("file-required", RefusalKind.INVALID),
  FILE_REFUSED("file-refused", RefusalKind.INVALID),
  BAD_ORDER("bad-order", RefusalKind.INVALID),
  STEP_WITHOUT_TEXT("step-without-text", RefusalKind.INVALID),
  RESPONSIBLE_UNKNOWN("responsible-unknown", RefusalKind.INVALID),
  GONE("gone", RefusalKind.CONFLICT),
  LOCKED("locked", RefusalKind.CONFLICT),
  PLAN_ONLY("environment-plan-only", RefusalKind.CONFLICT),
  NOT_RELEASABLE("not-releasable", RefusalKind.INVALID),
  NOT_RELEASED("not-released", RefusalKind.CONFLICT),
  NOT_YOURS_TO_RELEASE("not-yours-to-release", RefusalKind.FORBIDDEN),
  SOURCE_MOVED("source-moved", RefusalKind.CONFLICT),
  CANDIDATE_OUTDATED("candidate-outdated", RefusalKind.CONFLICT),
  CONTENT_MISSING("content-missing", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  ArtifactRefusal(String code, RefusalKind kind) {
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

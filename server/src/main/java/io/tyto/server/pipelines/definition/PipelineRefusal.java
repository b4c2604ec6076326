package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a pipeline is not taken. */
public enum PipelineRefusal implements RefusalCode {
  BROKEN_SYNTAX("broken-syntax", RefusalKind.INVALID),
  INVALID_PIPELINE("invalid-pipeline", RefusalKind.INVALID),
  PIPELINE_IN_USE("pipeline-in-use", RefusalKind.CONFLICT),
  FOUR_EYES_REQUIRED("four-eyes-required", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  PipelineRefusal(String code, RefusalKind kind) {
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

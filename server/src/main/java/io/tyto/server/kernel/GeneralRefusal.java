package io.tyto.server.kernel;

/** Refusals that any module may give; what belongs to one module stands in its own enum. */
public enum GeneralRefusal implements RefusalCode {
  INVALID("invalid", RefusalKind.INVALID),
  NOT_FOUND("not-found", RefusalKind.NOT_FOUND),
  FORBIDDEN("forbidden", RefusalKind.FORBIDDEN),
  STALE("stale", RefusalKind.STALE),
  IF_MATCH_REQUIRED("if-match-required", RefusalKind.PRECONDITION_REQUIRED),
  DUPLICATE_NAME("duplicate-name", RefusalKind.CONFLICT),
  BAD_CURSOR("bad-cursor", RefusalKind.INVALID),
  OUTSIDE("outside", RefusalKind.OUTSIDE);

  private final String code;
  private final RefusalKind kind;

  GeneralRefusal(String code, RefusalKind kind) {
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

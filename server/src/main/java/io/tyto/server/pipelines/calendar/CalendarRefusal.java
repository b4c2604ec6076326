package io.tyto.server.pipelines.calendar;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a calendar entry is not taken. */
public enum CalendarRefusal implements RefusalCode {
  REQUIRED("required", RefusalKind.INVALID),
  TOO_LONG("too-long", RefusalKind.INVALID),
  UNKNOWN_TIME_ZONE("unknown-time-zone", RefusalKind.INVALID),
  UNKNOWN_ENVIRONMENT("unknown-environment", RefusalKind.INVALID),
  ENDS_BEFORE_IT_STARTS("ends-before-it-starts", RefusalKind.INVALID),
  NOT_A_RULE("not-a-recurrence-rule", RefusalKind.INVALID),
  TOO_MUCH_SCOPE("scope-needs-administrator", RefusalKind.FORBIDDEN);

  private final String code;
  private final RefusalKind kind;

  CalendarRefusal(String code, RefusalKind kind) {
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

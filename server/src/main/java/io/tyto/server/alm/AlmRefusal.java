package io.tyto.server.alm;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why an integration cannot be saved or a sync not begun. */
public enum AlmRefusal implements RefusalCode {
  UNKNOWN_EXTERNAL_SYSTEM("unknown-external-system", RefusalKind.INVALID),
  /** The external system or its token endpoint refused the sign-in. */
  TOKEN_REFUSED("token-refused", RefusalKind.OUTSIDE),
  SCOPE_MISSING("scope-missing", RefusalKind.OUTSIDE),
  UNREACHABLE("unreachable", RefusalKind.OUTSIDE),
  /** Our network policy does not let calls go there. */
  HOST_BLOCKED("host-blocked", RefusalKind.INVALID),
  UNKNOWN_PROJECT("unknown-external-project", RefusalKind.INVALID),
  /** Work items came from the project already linked. */
  PROJECT_STAYS("external-project-stays", RefusalKind.CONFLICT),
  DEFAULT_NEEDED("default-needed", RefusalKind.CONFLICT),
  NO_INTEGRATION("no-integration", RefusalKind.CONFLICT),
  HOOK_TOKEN("hook-token", RefusalKind.UNAUTHENTICATED),
  EVENT_TOO_LARGE("too-large", RefusalKind.TOO_LARGE);

  private final String code;
  private final RefusalKind kind;

  AlmRefusal(String code, RefusalKind kind) {
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

package io.tyto.server.identity;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;
import java.util.Locale;

/** Why identity says no. */
public enum IdentityRefusal implements RefusalCode {
  UNAUTHENTICATED(RefusalKind.UNAUTHENTICATED),
  SIGN_IN_FAILED(RefusalKind.UNAUTHENTICATED),
  SIGN_IN_BLOCKED(RefusalKind.TOO_MANY),
  LOCKED(RefusalKind.FORBIDDEN),
  LAST_ADMIN(RefusalKind.CONFLICT),
  WEAK_PASSWORD(RefusalKind.INVALID),
  PROJECT_ARCHIVED(RefusalKind.CONFLICT),
  TOKEN_MAKES_NO_TOKEN(RefusalKind.FORBIDDEN),
  TOKEN_NAMES_NO_DEPUTY(RefusalKind.FORBIDDEN);

  private final RefusalKind kind;

  IdentityRefusal(RefusalKind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public RefusalKind kind() {
    return kind;
  }
}

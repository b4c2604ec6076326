package io.tyto.server.credentials;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a credential cannot be saved, removed or used. */
public enum CredentialRefusal implements RefusalCode {
  BROKEN_JSON("broken-json", RefusalKind.INVALID),
  /** The service key belongs to another type. */
  OTHER_TYPE("other-type", RefusalKind.INVALID),
  WRONG_PLAN("wrong-plan", RefusalKind.INVALID),
  /** An API endpoint stands where the token URL belongs. */
  API_AS_TOKEN_URL("api-as-token-url", RefusalKind.INVALID),
  IN_USE("credential-in-use", RefusalKind.CONFLICT),
  /** A private credential cannot serve what runs without its person. */
  PRIVATE("credential-private", RefusalKind.CONFLICT),
  TYPE_MISMATCH("credential-type-mismatch", RefusalKind.CONFLICT),
  SECRET_MISSING("secret-missing", RefusalKind.CONFLICT),
  /** The master key does not open the stored secret. */
  UNREADABLE("secret-unreadable", RefusalKind.CONFLICT),
  HOST_NOT_BOUND("host-not-bound", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  CredentialRefusal(String code, RefusalKind kind) {
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

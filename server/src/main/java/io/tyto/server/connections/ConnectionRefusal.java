package io.tyto.server.connections;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why no connection can be opened. */
public enum ConnectionRefusal implements RefusalCode {
  UNKNOWN_CONNECTOR("unknown-connector", RefusalKind.INVALID),
  INVALID_SETTINGS("invalid-settings", RefusalKind.INVALID),
  CREDENTIAL_NEEDED("credential-needed", RefusalKind.INVALID),
  /** The connector cannot do what is asked. */
  NOT_CAPABLE("not-capable", RefusalKind.CONFLICT),
  /** The credential's secret must not go to that host. */
  HOST_NOT_BOUND("host-not-bound", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  ConnectionRefusal(String code, RefusalKind kind) {
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

package io.tyto.server.pipelines.pack;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a release package is not written. */
public enum PackageRefusal implements RefusalCode {
  NAME_TAKEN("name-taken", RefusalKind.CONFLICT),
  TOO_FEW_ITEMS("too-few-items", RefusalKind.INVALID),
  WRONG_ORDER("wrong-order", RefusalKind.CONFLICT),
  PACKAGE_UNDER_WAY("package-under-way", RefusalKind.CONFLICT),
  PIPELINES_DIFFER("pipelines-differ", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  PackageRefusal(String code, RefusalKind kind) {
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

package io.tyto.server.kernel;

/** What a refusal means to the caller; the platform maps it to an HTTP status. */
public enum RefusalKind {
  /** 400: the input is wrong. */
  INVALID(400),
  /** 401. */
  UNAUTHENTICATED(401),
  /** 403. */
  FORBIDDEN(403),
  /** 404: not there, or not for this caller. */
  NOT_FOUND(404),
  /** 409: true as asked, but not in this state. */
  CONFLICT(409),
  /** 412: changed by somebody else meanwhile. */
  STALE(412),
  /** 413. */
  TOO_LARGE(413),
  /** 428: If-Match is missing. */
  PRECONDITION_REQUIRED(428),
  /** 429. */
  TOO_MANY(429),
  /** 502: the other side said no or could not be reached. */
  OUTSIDE(502);

  private final int status;

  RefusalKind(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}

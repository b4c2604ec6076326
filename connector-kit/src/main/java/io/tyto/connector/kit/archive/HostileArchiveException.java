package io.tyto.connector.kit.archive;

/** An archive that is refused; the reason is fit for the person who sent it. */
public final class HostileArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  public HostileArchiveException(String reason) {
    super(reason);
    this.reason = reason;
  }

  HostileArchiveException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}

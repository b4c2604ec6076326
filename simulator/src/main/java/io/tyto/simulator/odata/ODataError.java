package io.tyto.simulator.odata;

/** A refusal with the status it is answered with; the body is OData's {@code {"error":{…}}}. */
public final class ODataError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  public ODataError(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public static ODataError bad(String message) {
    return new ODataError(400, message);
  }

  public int status() {
    return status;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}

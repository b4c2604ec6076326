package io.tyto.simulator.cpi.content;

/** An answer that is not a success; becomes an OData error body. */
public final class CpiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;

  private CpiRefusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  public static CpiRefusal of(int status, String message) {
    String code =
        switch (status) {
          case 400 -> "Bad Request";
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          case 406 -> "Not Acceptable";
          case 409 -> "Conflict";
          case 501 -> "Not Implemented";
          default -> "Internal Server Error";
        };
    return new CpiRefusal(status, code, message);
  }

  public static CpiRefusal badRequest(String message) {
    return of(400, message);
  }

  public static CpiRefusal notFound(String message) {
    return of(404, message);
  }

  /** Business errors of this service are HTTP 500 (facts: targets 1.2). */
  public static CpiRefusal business(String message) {
    return of(500, message);
  }
}

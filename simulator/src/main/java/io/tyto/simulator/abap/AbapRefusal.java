package io.tyto.simulator.abap;

/** An error of the ADT interface; {@code type} is the exception's id on the wire. */
final class AbapRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String type;

  private AbapRefusal(int status, String type, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  static AbapRefusal of(int status, String type, String message) {
    return new AbapRefusal(status, type, message);
  }

  static AbapRefusal unknown(int status, String number, String system) {
    String type = status == 404 ? "ExceptionResourceNotFound" : "ADT_TM_COMMON_EXCEPTION";
    return of(status, type, "Request/task " + number + " does not exist in system " + system);
  }

  static AbapRefusal notSaved(String message) {
    return of(400, "ExceptionResourceSaveFailure", message);
  }

  static AbapRefusal badBody(String message) {
    return of(400, "ExceptionResourceCreationFailure", message);
  }
}

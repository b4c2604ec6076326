package io.tyto.server.kernel;

import java.util.List;
import java.util.Map;

/** Tyto says no, and says what to do next. Becomes an RFC 9457 problem with the code. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient RefusalCode code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> more;

  public Refusal(RefusalCode code, String message) {
    this(code, message, List.of(), Map.of());
  }

  public Refusal(
      RefusalCode code, String message, List<FieldError> errors, Map<String, Object> more) {
    super(message);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.more = Map.copyOf(more);
  }

  /** A refusal that belongs to one field. */
  public static Refusal at(String field, RefusalCode code, String message) {
    return new Refusal(
        code, message, List.of(new FieldError(field, code.code(), message)), Map.of());
  }

  public RefusalCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Further members of the problem, none of them secret. */
  public Map<String, Object> more() {
    return more;
  }
}

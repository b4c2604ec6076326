package io.tyto.server.platform.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An RFC 9457 problem.
 *
 * @param code stable and kebab-case
 * @param errors one entry a wrong input field
 * @param more further members
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> errors,
    @JsonAnyGetter Map<String, Object> more) {

  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, List.of(), Map.of());
  }

  static Problem of(
      int status, String code, String detail, List<FieldError> errors, Map<String, Object> more) {
    HttpStatus known = HttpStatus.resolve(status);
    return new Problem(
        "urn:tyto:problem:" + code,
        known == null ? "Error" : known.getReasonPhrase(),
        status,
        detail,
        code,
        errors.stream().map(Field::of).toList(),
        more);
  }

  static Problem at(int status, String code, String field, String fieldCode, String message) {
    return of(status, code, message, List.of(new FieldError(field, fieldCode, message)), Map.of());
  }

  public static Problem of(Refusal refusal) {
    return of(
        refusal.code().kind().status(),
        refusal.code().code(),
        String.valueOf(refusal.getMessage()),
        refusal.errors(),
        refusal.more());
  }

  static Problem of(Fault fault) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("fault", fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (fault.vendorCode() != null) {
      more.put("vendorCode", fault.vendorCode());
    }
    if (fault.excerpt() != null) {
      more.put("excerpt", fault.excerpt());
    }
    return of(502, "outside", fault.message(), List.of(), more);
  }

  static Problem incident(String id) {
    return of(
        500,
        "incident",
        "Something broke inside Tyto. Give the incident id to your administrator: the log has it.",
        List.of(),
        Map.of("incident", id));
  }

  /** {@link FieldError} without empty members. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Field(
      String field, String code, String message, @Nullable Integer line, @Nullable Integer column) {

    static Field of(FieldError error) {
      return new Field(error.field(), error.code(), error.message(), error.line(), error.column());
    }
  }
}

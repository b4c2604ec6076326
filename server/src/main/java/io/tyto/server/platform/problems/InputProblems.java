package io.tyto.server.platform.problems;

import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which field of a request is wrong, in the words of the request and not of Java. */
final class InputProblems {
  private static final String INVALID = "invalid";

  private InputProblems() {}

  static Problem of(Exception exception, int status) {
    return switch (exception) {
      case MethodArgumentNotValidException wrong -> invalid(fields(wrong.getBindingResult()));
      case HandlerMethodValidationException wrong -> invalid(fields(wrong));
      case BindException wrong -> invalid(fields(wrong.getBindingResult()));
      case MissingServletRequestParameterException missing ->
          missing(missing.getParameterName(), "The parameter");
      case MissingServletRequestPartException missing ->
          missing(missing.getRequestPartName(), "The part");
      case MissingRequestHeaderException missing -> missing(missing.getHeaderName(), "The header");
      case MethodArgumentTypeMismatchException wrong -> mismatch(wrong.getName());
      case TypeMismatchException wrong -> mismatch(wrong.getPropertyName());
      default -> plain(status);
    };
  }

  private static Problem plain(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "not-found", "There is nothing at this address.");
      case 405 -> Problem.of(405, "method-not-allowed", "This address does not take that method.");
      case 406 -> Problem.of(406, "not-acceptable", "This address cannot answer in that format.");
      case 413 -> Problem.of(413, "too-large", "The upload is larger than this server takes.");
      case 415 -> Problem.of(415, "media-type", "This address does not take that Content-Type.");
      default -> Problem.of(status, INVALID, "The request is not valid.");
    };
  }

  static Problem unreadable(HttpMessageNotReadableException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return Problem.of(refusal);
      }
    }
    if (exception.getCause() instanceof JacksonException wrong) {
      String path = path(wrong.getPath());
      if (wrong instanceof InvalidFormatException || wrong instanceof MismatchedInputException) {
        return Problem.at(
            400,
            INVALID,
            path,
            INVALID,
            "The value of %s has a wrong type or form."
                .formatted(path.isEmpty() ? "the request" : path));
      }
      return Problem.at(400, "unreadable", path, "unreadable", "The request is not valid JSON.");
    }
    return Problem.of(400, "unreadable", "The request has no readable body.");
  }

  private static String path(@Nullable List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step :
        references == null ? List.<JacksonException.Reference>of() : references) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static Problem invalid(List<FieldError> errors) {
    return Problem.of(
        400,
        INVALID,
        errors.isEmpty() ? "The request is not valid." : errors.getFirst().message(),
        errors,
        Map.of());
  }

  private static Problem missing(String name, String what) {
    return Problem.at(400, INVALID, name, "missing", what + " " + name + " is missing.");
  }

  private static Problem mismatch(@Nullable String name) {
    String field = name == null ? "" : name;
    return Problem.at(
        400, INVALID, field, INVALID, "The value of " + field + " has a wrong type or form.");
  }

  private static List<FieldError> fields(Errors errors) {
    return errors.getFieldErrors().stream()
        .map(e ->
            new FieldError(
                e.getField(), kebab(e.getCode()), e.getField() + " " + e.getDefaultMessage()))
        .toList();
  }

  private static List<FieldError> fields(HandlerMethodValidationException wrong) {
    List<FieldError> found = new ArrayList<>();
    wrong
        .getParameterValidationResults()
        .forEach(result -> {
          if (result instanceof ParameterErrors bean) {
            found.addAll(fields((Errors) bean));
          } else {
            String name = result.getMethodParameter().getParameterName();
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
              found.add(
                  new FieldError(
                      name == null ? "" : name, INVALID, name + " " + error.getDefaultMessage()));
            }
          }
        });
    return found;
  }

  private static String kebab(@Nullable String code) {
    return code == null
        ? INVALID
        : code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}

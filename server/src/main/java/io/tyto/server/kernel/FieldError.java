package io.tyto.server.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one input field.
 *
 * @param field path in the request, for example {@code stages[0].tasks[2].approve.by}
 * @param line where in a text, from 1; null when the input is not a text a person wrote
 * @param column from 1; null when {@code line} is
 */
public record FieldError(
    String field, String code, String message, @Nullable Integer line, @Nullable Integer column) {

  public FieldError(String field, String code, String message) {
    this(field, code, message, null, null);
  }
}

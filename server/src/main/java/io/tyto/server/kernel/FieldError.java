package io.tyto.server.kernel;

/**
 * What is wrong with one input field.
 *
 * @param field path in the request's JSON, for example {@code stages[0].tasks[2].approve.by}
 */
public record FieldError(String field, String code, String message) {}

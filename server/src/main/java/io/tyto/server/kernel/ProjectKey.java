package io.tyto.server.kernel;

/**
 * The unique, never changing key of a project ({@code BHA}); also its id and the prefix of work
 * item ids.
 */
public record ProjectKey(String value) {}

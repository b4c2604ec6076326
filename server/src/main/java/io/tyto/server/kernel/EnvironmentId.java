package io.tyto.server.kernel;

/** Names an environment; opaque. */
public record EnvironmentId(String value) {}

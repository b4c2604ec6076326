package io.tyto.server.kernel;

/** Names a user; opaque, never reused. */
public record UserId(String value) {}

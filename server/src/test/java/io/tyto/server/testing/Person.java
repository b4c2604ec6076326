package io.tyto.server.testing;

/** A user with a way to act as it. */
public record Person(String id, String name, String password, Api api) {}

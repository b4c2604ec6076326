package io.tyto.spi.delivery;

/** What a connector needs to poll; opaque to others, stored as it is, holds no secret. */
public record Handle(String value) {}

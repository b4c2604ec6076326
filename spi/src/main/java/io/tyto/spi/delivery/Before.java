package io.tyto.spi.delivery;

/** What a connector saw before it acted; opaque to others, stored with the intent. */
public record Before(String value) {}

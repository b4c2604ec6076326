package io.tyto.spi.delivery;

/** A document that shows what happened: a log, an answer, a list. Never holds a secret. */
public record Evidence(String name, String mediaType, String text) {}

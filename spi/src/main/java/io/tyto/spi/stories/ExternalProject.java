package io.tyto.spi.stories;

/**
 * @param status the external system's own word
 */
public record ExternalProject(String id, String name, String status) {}

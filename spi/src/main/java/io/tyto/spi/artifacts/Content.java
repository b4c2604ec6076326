package io.tyto.spi.artifacts;

/**
 * Bytes as they came, and what identifies them.
 *
 * @param digest as in {@link ResolvedArtifact#digest()}; computed from these bytes
 */
public record Content(byte[] bytes, String fileName, String mediaType, String digest) {}

package io.tyto.spi.stories;

/** Names one item of the external system. */
public record ItemRef(ItemType type, String uuid) {}

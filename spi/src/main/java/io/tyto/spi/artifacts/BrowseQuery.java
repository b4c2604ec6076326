package io.tyto.spi.artifacts;

import org.jspecify.annotations.Nullable;

/**
 * @param parent id of the row to look into, null for the top
 * @param q text that id, name or owner must contain, null for all
 * @param cursor from {@link ArtifactPage#nextCursor()}
 */
public record BrowseQuery(
    @Nullable String parent, @Nullable String q, int limit, @Nullable String cursor) {}

package io.tyto.spi.stories;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to read.
 *
 * @param changedSince null for everything; otherwise items changed after that instant (the caller
 *     has subtracted its overlap), and of every feature at least its assignments, before anything
 *     else, because it is unknown whether an assignment moves the change marker (facts: Cloud ALM
 *     6.1)
 */
public record SyncScope(String externalProjectId, @Nullable Instant changedSince) {}

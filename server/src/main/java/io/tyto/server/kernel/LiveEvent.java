package io.tyto.server.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A hint that something changed; whoever shows it reads it again. Publish it as a Spring event
 * inside the transaction: the platform streams it after the commit, on every node.
 *
 * @param project null for things of the whole server
 * @param topic resource in the plural, as in the path: {@code runs}, {@code syncs}, {@code
 *     work-items}
 */
public record LiveEvent(@Nullable ProjectKey project, String topic, String id) {}

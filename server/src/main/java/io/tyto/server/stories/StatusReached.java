package io.tyto.server.stories;

import io.tyto.server.kernel.WorkItemId;

/**
 * A sync saw that a known item has another status. Published as a Spring event inside the sync's
 * transaction, once a change; automatic promotion listens to it where the project wants that.
 *
 * @param phase the status free of vendor words, as the SPI names it
 */
public record StatusReached(WorkItemId workItem, WorkItemView.Status status, String phase) {}

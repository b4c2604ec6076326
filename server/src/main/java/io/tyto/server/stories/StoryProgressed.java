package io.tyto.server.stories;

import io.tyto.server.kernel.WorkItemId;

/**
 * A run moved. Publish it as a Spring event inside the transaction of the move: the row shows it,
 * and write-back tells the external system.
 *
 * @param stepKey unique per thing worth telling, for example run id and task id; write-back repeats
 *     under the same key never double
 * @param stage name of the stage
 * @param state {@code WAITING}, {@code RUNNING}, {@code FAILED}, {@code COMPLETED} or empty when
 *     the row shall show nothing
 * @param worthTelling a sentence for a comment, empty when only the row changes
 */
public record StoryProgressed(
    WorkItemId workItem,
    String runId,
    String stepKey,
    String stage,
    String state,
    String worthTelling) {}

/**
 * Shows who deploys to an environment now, who waits for it and who is held back. Decides nothing.
 */
@NullMarked
package io.tyto.server.pipelines.queue;

import org.jspecify.annotations.NullMarked;

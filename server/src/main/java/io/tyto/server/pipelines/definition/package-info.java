/**
 * Release pipelines as people write them: stages of typed tasks, versioned. Knows nothing of runs.
 */
@NullMarked
package io.tyto.server.pipelines.definition;

import org.jspecify.annotations.NullMarked;

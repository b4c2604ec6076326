/** What a press of Promote means: a new run, the one that runs, or the step past a wait. */
@NullMarked
package io.tyto.server.pipelines.promotion;

import org.jspecify.annotations.NullMarked;

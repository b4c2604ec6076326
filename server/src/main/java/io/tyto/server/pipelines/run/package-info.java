/**
 * Runs as they are: tasks and effects with their states, the pure decision what comes next, and the
 * rows behind them. Knows no connector and starts nothing.
 */
@NullMarked
package io.tyto.server.pipelines.run;

import org.jspecify.annotations.NullMarked;

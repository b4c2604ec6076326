/**
 * The content of the simulated Cloud ALM: what exists, and what people in its user interface
 * change.
 */
@NullMarked
package io.tyto.simulator.world;

import org.jspecify.annotations.NullMarked;

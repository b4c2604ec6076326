/**
 * What every simulated system shares: its HTTP port, tokens, ledger, faults, switches and clock.
 */
@NullMarked
package io.tyto.simulator.core;

import org.jspecify.annotations.NullMarked;

/**
 * The acceptance scenarios: what Tyto is for, played through the public API by people with their
 * own roles against the simulated landscape. Every test makes its own project, artifacts and
 * requests.
 */
@NullMarked
package io.tyto.server.acceptance;

import org.jspecify.annotations.NullMarked;

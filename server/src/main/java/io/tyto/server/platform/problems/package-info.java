/**
 * Turns everything that goes wrong into RFC 9457 problems. Says what to do next, never internals.
 */
@NullMarked
package io.tyto.server.platform.problems;

import org.jspecify.annotations.NullMarked;

/** Wires the scheduler that every delayed or repeated work uses. */
@NullMarked
package io.tyto.server.platform.jobs;

import org.jspecify.annotations.NullMarked;

/** Wires the scheduler that every delayed or repeated work uses, and wakes it. */
@NamedInterface("jobs")
@NullMarked
package io.tyto.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Browsing, resolving and fetching the artifacts that become deliverables. */
@NullMarked
package io.tyto.spi.artifacts;

import org.jspecify.annotations.NullMarked;

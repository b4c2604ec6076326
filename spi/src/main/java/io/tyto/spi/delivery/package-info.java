/** Changing a target: plan, start, poll, look, find; releasing transports; checks before harm. */
@NullMarked
package io.tyto.spi.delivery;

import org.jspecify.annotations.NullMarked;

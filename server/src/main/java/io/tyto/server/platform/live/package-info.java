/** Tells browsers that something changed: hints only, whose loss costs a repeated read. */
@NullMarked
package io.tyto.server.platform.live;

import org.jspecify.annotations.NullMarked;

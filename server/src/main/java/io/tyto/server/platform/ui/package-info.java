/** Serves the web interface that is packed into the jar. */
@NullMarked
package io.tyto.server.platform.ui;

import org.jspecify.annotations.NullMarked;

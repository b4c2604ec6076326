/** Connectors found, settings checked, calls signed, limited and logged. */
@NullMarked
package io.tyto.server.connections.internal;

import org.jspecify.annotations.NullMarked;

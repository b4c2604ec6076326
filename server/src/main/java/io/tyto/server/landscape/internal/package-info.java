/** Environments, landscapes and parameter values on PostgreSQL. */
@NullMarked
package io.tyto.server.landscape.internal;

import org.jspecify.annotations.NullMarked;

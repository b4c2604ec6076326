/** Keeps credentials: service keys read, secrets sealed, rows stored. */
@NullMarked
package io.tyto.server.credentials.internal;

import org.jspecify.annotations.NullMarked;

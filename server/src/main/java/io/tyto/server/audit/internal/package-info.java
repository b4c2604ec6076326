/** The audit trail in PostgreSQL: written with the change, sealed by one writer, verified. */
@NullMarked
package io.tyto.server.audit.internal;

import org.jspecify.annotations.NullMarked;

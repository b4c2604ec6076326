/** Integrations, syncs and write-back on PostgreSQL and db-scheduler. */
@NullMarked
package io.tyto.server.alm.internal;

import org.jspecify.annotations.NullMarked;

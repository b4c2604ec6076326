/**
 * A PostgreSQL server that comes with Tyto: its programs lie in a jar, its data in a folder.
 *
 * <p>It is a real, durable database (fsync on, password, loopback only), not a test double. Linux
 * x86-64 with glibc; elsewhere Tyto needs a PostgreSQL of one's own.
 */
@NullMarked
package io.tyto.postgres;

import org.jspecify.annotations.NullMarked;

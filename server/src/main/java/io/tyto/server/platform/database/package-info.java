/** Finds the database: the operator's PostgreSQL, or the embedded one. Not any module's tables. */
@NullMarked
package io.tyto.server.platform.database;

import org.jspecify.annotations.NullMarked;

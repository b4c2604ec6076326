/** Projects and members on PostgreSQL. */
@NullMarked
package io.tyto.server.projects.internal;

import org.jspecify.annotations.NullMarked;

/** Fresh databases for tests. Production code does not use this package. */
@NullMarked
package io.tyto.postgres.testing;

import org.jspecify.annotations.NullMarked;

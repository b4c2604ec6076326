/** REST of the audit trail, which itself cannot ask who may read it. */
@NullMarked
package io.tyto.server.platform.trail;

import org.jspecify.annotations.NullMarked;

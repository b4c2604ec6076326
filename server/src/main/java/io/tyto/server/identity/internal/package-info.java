/** Users, sign-in, sessions and tokens on PostgreSQL. */
@NullMarked
package io.tyto.server.identity.internal;

import org.jspecify.annotations.NullMarked;

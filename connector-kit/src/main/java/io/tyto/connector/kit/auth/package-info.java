/** Signing in: OAuth client credentials, Basic, bearer tokens, CSRF handshake. */
@NullMarked
package io.tyto.connector.kit.auth;

import org.jspecify.annotations.NullMarked;

/** REST of session, users and tokens. */
@NullMarked
package io.tyto.server.identity.web;

import org.jspecify.annotations.NullMarked;

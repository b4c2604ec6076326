/** The filter chain before every request: who calls, CSRF, headers, cookies. Not who may what. */
@NullMarked
package io.tyto.server.platform.security;

import org.jspecify.annotations.NullMarked;

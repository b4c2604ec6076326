/** Describes the REST interface as OpenAPI, from the controllers themselves. */
@NullMarked
package io.tyto.server.platform.openapi;

import org.jspecify.annotations.NullMarked;

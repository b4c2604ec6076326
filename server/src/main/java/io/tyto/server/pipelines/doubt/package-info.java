/** Deployments whose end nobody knows: they hold back the same content until a person says. */
@NullMarked
package io.tyto.server.pipelines.doubt;

import org.jspecify.annotations.NullMarked;

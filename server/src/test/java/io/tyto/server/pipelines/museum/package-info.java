/**
 * Faults that release tools and workflow engines have really had, played again on Tyto. Each test
 * says in its comment what happened elsewhere, and in its name what happens here.
 */
@NullMarked
package io.tyto.server.pipelines.museum;

import org.jspecify.annotations.NullMarked;

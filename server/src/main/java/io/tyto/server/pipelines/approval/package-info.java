/**
 * Whose approval counts. Pure: facts come in, an answer goes out; the engine, the desk and the
 * tests ask the same rule.
 */
@NullMarked
package io.tyto.server.pipelines.approval;

import org.jspecify.annotations.NullMarked;

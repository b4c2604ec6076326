/** Validations without a run: the checks of a pipeline, as often as wanted, and their reports. */
@NullMarked
package io.tyto.server.pipelines.validation;

import org.jspecify.annotations.NullMarked;

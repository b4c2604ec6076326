/**
 * Where people meet runs: pressing Promote, deciding, looking, taking evidence home. Implements the
 * public face of the module.
 */
@NullMarked
package io.tyto.server.pipelines.desk;

import org.jspecify.annotations.NullMarked;

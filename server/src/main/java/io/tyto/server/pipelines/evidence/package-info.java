/** What an auditor takes home from a run: an archive that proves itself, and a report to read. */
@NullMarked
package io.tyto.server.pipelines.evidence;

import org.jspecify.annotations.NullMarked;

/** What was changed in Production in a period, as rows, spreadsheet and paper. */
@NullMarked
package io.tyto.server.pipelines.report;

import org.jspecify.annotations.NullMarked;

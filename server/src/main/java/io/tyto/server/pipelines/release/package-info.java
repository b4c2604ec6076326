/** What stands between a release version and its go-live, and the press that promotes all of it. */
@NullMarked
package io.tyto.server.pipelines.release;

import org.jspecify.annotations.NullMarked;

/** What a press of Promote would do: tasks, gates, and what each target would see change. */
@NullMarked
package io.tyto.server.pipelines.plan;

import org.jspecify.annotations.NullMarked;

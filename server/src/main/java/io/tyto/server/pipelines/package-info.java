/** Release pipelines, promotions and runs: definition, gates, tasks and the engine. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "artifacts",
      "stories",
      "landscape",
      "projects",
      "connections",
      "identity",
      "audit",
      "platform::jobs"
    })
@NullMarked
package io.tyto.server.pipelines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

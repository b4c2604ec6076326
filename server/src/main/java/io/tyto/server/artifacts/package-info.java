/** Deliverables, candidates and content by digest. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "stories",
      "landscape",
      "projects",
      "identity",
      "connections",
      "audit"
    })
@NullMarked
package io.tyto.server.artifacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

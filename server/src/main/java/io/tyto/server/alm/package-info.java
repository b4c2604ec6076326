/** ALM integrations, syncs and the write-back outbox. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "stories",
      "projects",
      "identity",
      "connections",
      "credentials",
      "audit",
      "platform::jobs"
    })
@NullMarked
package io.tyto.server.alm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

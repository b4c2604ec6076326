/** The frame around the modules: security chain, problems, OpenAPI, live events, scheduler. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "audit"})
@NullMarked
package io.tyto.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The frame around the modules: security chain, problems, OpenAPI, live events, scheduler.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package io.tyto.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Environments, landscapes and externalized parameters per environment. */
@ApplicationModule(
    allowedDependencies = {"kernel", "projects", "identity", "connections", "credentials", "audit"})
@NullMarked
package io.tyto.server.landscape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

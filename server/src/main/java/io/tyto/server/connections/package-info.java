/**
 * Finds connectors and opens connections to registered systems. The only place that reveals a
 * secret, and only to the host it was saved for.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "credentials", "audit"})
@NullMarked
package io.tyto.server.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

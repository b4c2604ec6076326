/** Secrets at rest and where they may go. Never shows one again. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "audit"})
@NullMarked
package io.tyto.server.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

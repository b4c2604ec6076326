/** Working projects, their members and roles. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "audit"})
@NullMarked
package io.tyto.server.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

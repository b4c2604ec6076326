/** Users, sign-in, sessions, API tokens, permissions. Not who is in which project: see projects. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package io.tyto.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What waits for a person. */
@ApplicationModule(allowedDependencies = {"kernel", "pipelines", "identity"})
@NullMarked
package io.tyto.server.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

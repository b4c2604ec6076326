/** Mails about what waits for people and what failed, as each of them wants it. */
@ApplicationModule(
    allowedDependencies = {"kernel", "pipelines", "identity", "audit", "platform::jobs"})
@NullMarked
package io.tyto.server.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Work items: features and user stories as a tree, with the fields that are ours. Knows no external
 * system.
 */
@ApplicationModule(allowedDependencies = {"kernel", "projects", "identity", "audit"})
@NullMarked
package io.tyto.server.stories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

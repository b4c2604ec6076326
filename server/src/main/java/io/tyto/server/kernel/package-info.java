/** Words that every module speaks: actors, keys, pages, refusals. No I/O, at most 20 types. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tyto.server.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

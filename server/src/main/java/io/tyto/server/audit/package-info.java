/**
 * Who changed or decided what, in a hash chain. Not a log: an entry commits with what it records.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.tyto.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

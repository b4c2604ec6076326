/** What this installation is made of: version, database, nodes, jobs. */
@NullMarked
package io.tyto.server.platform.system;

import org.jspecify.annotations.NullMarked;

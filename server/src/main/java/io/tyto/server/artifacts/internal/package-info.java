/** How deliverables, candidates and content are kept. */
@NullMarked
package io.tyto.server.artifacts.internal;

import org.jspecify.annotations.NullMarked;

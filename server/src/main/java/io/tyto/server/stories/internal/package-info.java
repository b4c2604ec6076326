/** How work items are kept, listed and imported. */
@NullMarked
package io.tyto.server.stories.internal;

import org.jspecify.annotations.NullMarked;

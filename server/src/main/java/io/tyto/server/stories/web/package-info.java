/** REST of work items. */
@NullMarked
package io.tyto.server.stories.web;

import org.jspecify.annotations.NullMarked;

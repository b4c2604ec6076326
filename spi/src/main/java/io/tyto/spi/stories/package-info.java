/** Reading features and user stories from an external system, and reporting back to it. */
@NullMarked
package io.tyto.spi.stories;

import org.jspecify.annotations.NullMarked;

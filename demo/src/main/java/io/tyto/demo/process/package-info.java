/** The programs the demo starts, and their end. */
@NullMarked
package io.tyto.demo.process;

import org.jspecify.annotations.NullMarked;

/** Where the jar begins: {@link io.tyto.Launcher} alone, compiled for an older Java. */
@NullMarked
package io.tyto;

import org.jspecify.annotations.NullMarked;

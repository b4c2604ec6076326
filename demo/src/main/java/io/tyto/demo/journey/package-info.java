/** What the demo does, step by step, and what it looks at to believe it. */
@NullMarked
package io.tyto.demo.journey;

import org.jspecify.annotations.NullMarked;

/** What the demo says: its steps, and why it cannot go on. */
@NullMarked
package io.tyto.demo.tell;

import org.jspecify.annotations.NullMarked;

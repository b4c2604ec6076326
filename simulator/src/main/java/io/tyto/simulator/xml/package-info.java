/** Reading foreign XML without DTDs, and writing text into XML safely. */
@NullMarked
package io.tyto.simulator.xml;

import org.jspecify.annotations.NullMarked;

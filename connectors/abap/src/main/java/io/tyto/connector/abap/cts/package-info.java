/** Transport requests over the ADT interface, call by call (facts: 3.1 to 3.7). */
@NullMarked
package io.tyto.connector.abap.cts;

import org.jspecify.annotations.NullMarked;

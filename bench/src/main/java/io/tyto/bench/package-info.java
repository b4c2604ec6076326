/**
 * Measures Tyto against a floor and other engines in one run: ratios of CPU and wall time, row
 * versions, bytes of WAL. Shares no line with the server; it drives the real program from outside.
 */
@NullMarked
package io.tyto.bench;

import org.jspecify.annotations.NullMarked;

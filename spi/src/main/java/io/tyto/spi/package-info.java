/**
 * The connector contract: what every connector is, how it reaches its system, how it names a fault.
 *
 * <p>JDK and JSpecify only. A connector is found by {@link java.util.ServiceLoader}; what it can do
 * is what it implements.
 */
@NullMarked
package io.tyto.spi;

import org.jspecify.annotations.NullMarked;

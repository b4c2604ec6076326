/**
 * Contract suites: a connector's tests extend the suite of each interface it implements and give it
 * a simulated system. Nothing here knows a vendor.
 */
@NullMarked
package io.tyto.spi.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * Cloud Integration tenants: packages, design-time artifacts, deployment and runtime, behind the
 * OData V2 service {@code /api/v1}.
 *
 * <p>Facts: targets 1 and 8. What they grade as unknown is a named switch, see {@link
 * io.tyto.simulator.cpi.CpiSwitch}.
 */
@NullMarked
package io.tyto.simulator.cpi;

import org.jspecify.annotations.NullMarked;

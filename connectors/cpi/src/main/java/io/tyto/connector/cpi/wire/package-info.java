/**
 * The tenant's OData V2 interface, call by call; knows nothing of deliveries. Wire facts:
 * targets-api 1.
 */
@NullMarked
package io.tyto.connector.cpi.wire;

import org.jspecify.annotations.NullMarked;

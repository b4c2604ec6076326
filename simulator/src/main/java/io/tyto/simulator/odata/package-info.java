/** As much of OData V4 as a service like Features needs: query options, filters, rendering. */
@NullMarked
package io.tyto.simulator.odata;

import org.jspecify.annotations.NullMarked;

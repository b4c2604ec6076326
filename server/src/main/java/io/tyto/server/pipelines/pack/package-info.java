/** Release packages: work items that are promoted together, in an order. */
@NullMarked
package io.tyto.server.pipelines.pack;

import org.jspecify.annotations.NullMarked;

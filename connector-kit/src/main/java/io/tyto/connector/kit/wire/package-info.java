/** Reading answers: faults, JSON, OData pages. */
@NullMarked
package io.tyto.connector.kit.wire;

import org.jspecify.annotations.NullMarked;

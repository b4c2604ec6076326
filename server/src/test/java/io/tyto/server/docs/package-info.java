/** Documents are compared with what they describe. */
@NullMarked
package io.tyto.server.docs;

import org.jspecify.annotations.NullMarked;

/** Zip archives that may be hostile: checked reading and a digest that survives repacking. */
@NullMarked
package io.tyto.connector.kit.archive;

import org.jspecify.annotations.NullMarked;

/** What a Cloud Integration artifact consists of: its zip, manifest, parameters and kind. */
@NullMarked
package io.tyto.simulator.cpi.content;

import org.jspecify.annotations.NullMarked;

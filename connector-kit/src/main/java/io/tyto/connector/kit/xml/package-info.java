/** The only place that makes XML parsers and writers. */
@NullMarked
package io.tyto.connector.kit.xml;

import org.jspecify.annotations.NullMarked;

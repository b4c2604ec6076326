/**
 * What connectors share on the wire: guarded HTTP, sign-in, error mapping, OData reading, archives
 * and XML. Knows no vendor product and nothing of the server.
 */
@NullMarked
package io.tyto.connector.kit;

import org.jspecify.annotations.NullMarked;

/** Function modules over the system's SOAP service (facts: 3.8). */
@NullMarked
package io.tyto.connector.abap.rfc;

import org.jspecify.annotations.NullMarked;

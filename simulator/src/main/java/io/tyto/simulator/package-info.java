/**
 * An imaginary SAP landscape over HTTP: Cloud ALM, Cloud Integration tenants and ABAP systems.
 *
 * <p>Shares no line with the server or the connectors: shared code would share its mistakes.
 */
@NullMarked
package io.tyto.simulator;

import org.jspecify.annotations.NullMarked;

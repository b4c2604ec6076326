/**
 * One ABAP landscape (DEV, QAS, PRD): transport requests over ADT and an import carrier over
 * SOAP-RFC (facts: targets 3).
 *
 * <p>What the facts grade as unknown is a named switch, see {@link
 * io.tyto.simulator.abap.AbapSwitch}.
 */
@NullMarked
package io.tyto.simulator.abap;

import org.jspecify.annotations.NullMarked;

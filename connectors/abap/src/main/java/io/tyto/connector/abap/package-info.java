/**
 * Classic ABAP systems: transport requests as deliverables, their release over ADT, their import by
 * an open carrier or by hand. Wire facts: targets-api 3.
 */
@NullMarked
package io.tyto.connector.abap;

import org.jspecify.annotations.NullMarked;

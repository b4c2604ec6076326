/**
 * SAP Cloud Integration: browses packages, takes artifact versions out of a tenant, deploys them to
 * another one and verifies that they run. Wire facts: targets-api 1.
 */
@NullMarked
package io.tyto.connector.cpi;

import org.jspecify.annotations.NullMarked;

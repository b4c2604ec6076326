/** Integrations, syncs and write-back against the simulated Cloud ALM. */
package io.tyto.server.alm;

package io.tyto.server.connections;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered system: enough to open a connection, without a secret.
 *
 * @param settings as validated by the connector's schema
 * @param credentialId null for connectors that need none
 */
public record ConnectionSpec(
    String connectorId, Map<String, Object> settings, @Nullable String credentialId) {}

package io.tyto.server.connections;

import io.tyto.spi.Descriptor;
import java.util.List;
import java.util.Map;

/**
 * A connector as pages draw it.
 *
 * @param capabilities what it can do, in kebab-case: {@code artifact-source}, {@code
 *     release-target}
 * @param settingsSchema JSON Schema of its settings; forms come from it
 */
public record ConnectorView(
    String id,
    String displayName,
    List<String> capabilities,
    Map<String, Object> settingsSchema,
    List<String> credentialTypes,
    List<Descriptor.DeliverableKind> deliverableKinds,
    List<Descriptor.CheckKind> checks) {}

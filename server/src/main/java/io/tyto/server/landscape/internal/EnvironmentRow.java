package io.tyto.server.landscape.internal;

import io.tyto.server.landscape.EnvironmentDetails;
import io.tyto.server.landscape.EnvironmentUse.Use;
import io.tyto.server.landscape.EnvironmentView;
import java.time.Instant;
import java.util.List;

/** A stored environment. */
record EnvironmentRow(EnvironmentView view, Instant createdAt, Instant modifiedAt) {

  EnvironmentDetails details(List<Use> usedBy) {
    return new EnvironmentDetails(
        view.id(),
        view.name(),
        view.connector(),
        view.type(),
        view.mode(),
        view.settings(),
        view.credentialId(),
        usedBy,
        createdAt,
        modifiedAt,
        view.version());
  }
}

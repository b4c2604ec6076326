package io.tyto.server.connections;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.CheckReport;

/** Tries credentials. */
public interface CredentialChecks {

  /**
   * Signs in anew and, where the service key names an API address, tries what the connector tries.
   *
   * @throws Refusal {@code not-found} when the caller may not see the credential; what the other
   *     side does is told by probes
   */
  CheckReport check(Actor caller, String credentialId);
}

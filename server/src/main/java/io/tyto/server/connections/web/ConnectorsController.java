package io.tyto.server.connections.web;

import io.tyto.server.connections.Connections;
import io.tyto.server.connections.ConnectorView;
import io.tyto.server.connections.CredentialChecks;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.spi.CheckReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /connectors} and the check of a credential. */
@RestController
@RequestMapping("/api/v1")
class ConnectorsController {
  private final Connections connections;
  private final CredentialChecks checks;
  private final Access access;

  ConnectorsController(Connections connections, CredentialChecks checks, Access access) {
    this.connections = connections;
    this.checks = checks;
    this.access = access;
  }

  @GetMapping("/connectors")
  @Needs(Permission.SIGNED_IN)
  Page<ConnectorView> connectors() {
    return new Page<>(connections.connectors(), null, null);
  }

  /** A privileged call: it sends the secret to the hosts it is bound to. */
  @PostMapping("/credentials/{id}/check")
  @Needs(Permission.CREDENTIALS_EDIT)
  CheckReport check(@PathVariable String id) {
    return checks.check(access.caller(), id);
  }
}

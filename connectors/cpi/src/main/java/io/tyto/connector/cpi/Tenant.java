package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.CpiHttp;
import io.tyto.connector.cpi.wire.DeployedArtifacts;
import io.tyto.connector.cpi.wire.DesignTime;
import io.tyto.spi.Connection;
import java.time.Clock;

/** One tenant as this connector sees it: its design time, its runtime, its settings. */
record Tenant(DesignTime design, DeployedArtifacts deployed, CpiSettings settings, Clock clock) {

  static Tenant at(Connection<CpiSettings> connection) {
    CpiHttp http = new CpiHttp(connection.http());
    return new Tenant(
        new DesignTime(http),
        new DeployedArtifacts(http),
        connection.settings(),
        connection.clock());
  }
}

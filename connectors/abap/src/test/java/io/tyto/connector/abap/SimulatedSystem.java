package io.tyto.connector.abap;

import io.tyto.connector.kit.auth.BasicSigner;
import io.tyto.connector.kit.net.CallObserver;
import io.tyto.connector.kit.net.HttpTransport;
import io.tyto.connector.kit.net.NetworkPolicy;
import io.tyto.connector.kit.net.RateGate;
import io.tyto.connector.kit.net.SignedHttp;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Ledger;
import io.tyto.spi.Connection;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.ResolvedArtifact;
import io.tyto.spi.delivery.Delivery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One system of the simulated landscape, reached over HTTP as the server would. */
record SimulatedSystem(
    Simulator simulator, String id, AbapConnector connector, Connection<AbapSettings> connection) {

  static SimulatedSystem of(Simulator simulator, String id, String importVia, boolean readsLog) {
    Map<String, Object> told = simulator.system(id).describe(simulator.url(id));
    return of(simulator, id, importVia, readsLog, String.valueOf(told.get("password")));
  }

  static SimulatedSystem of(Simulator simulator, String id, String importVia) {
    return of(simulator, id, importVia, false);
  }

  static SimulatedSystem of(
      Simulator simulator, String id, String importVia, boolean readsLog, String password) {
    Map<String, Object> told = simulator.system(id).describe(simulator.url(id));
    AbapConnector connector = new AbapConnector();
    AbapSettings settings =
        new AbapSettings(
            simulator.url(id) + "/sap/bc/gui?x=1",
            String.valueOf(told.get("client")),
            String.valueOf(told.get("systemId")),
            importVia,
            readsLog);
    HttpTransport transport = new HttpTransport(new NetworkPolicy(List.of(), true, Set::of));
    BasicSigner signer = new BasicSigner(String.valueOf(told.get("username")), () -> password);
    SignedHttp http =
        new SignedHttp(
            transport,
            connector.baseUrl(settings, null),
            signer,
            new RateGate(),
            CallObserver.NONE);
    return new SimulatedSystem(
        simulator, id, connector, new Connection<>(settings, http, simulator.clock()));
  }

  ResolvedArtifact resolve(String number) {
    Resolution resolution = connector.resolve(connection, "transport", number, null);
    return ((Resolution.Resolved) resolution).artifact();
  }

  Delivery delivery(String... numbers) {
    return new Delivery(Arrays.stream(numbers).map(this::item).toList(), Map.of());
  }

  private Delivery.Item item(String number) {
    ResolvedArtifact artifact = resolve(number);
    return new Delivery.Item(
        artifact.kind(),
        artifact.externalId(),
        artifact.name(),
        null,
        artifact.digest(),
        null,
        Map.of(),
        artifact.facts(),
        artifact.objects(),
        false);
  }

  void arm(String kind, String path) {
    simulator.desk(id).faults().arm(Faults.Fault.once(kind, path));
  }

  void turn(String name, String value) {
    simulator.desk(id).switches().set(name, value);
  }

  List<Ledger.Entry> done(String action) {
    return simulator.desk(id).ledger().entries(action);
  }
}

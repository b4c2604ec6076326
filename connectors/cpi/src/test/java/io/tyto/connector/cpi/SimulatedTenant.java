package io.tyto.connector.cpi;

import io.tyto.connector.kit.auth.OAuthClient;
import io.tyto.connector.kit.auth.OAuthSigner;
import io.tyto.connector.kit.auth.TokenCache;
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
import io.tyto.spi.delivery.Progress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One tenant of the simulated landscape, reached over HTTP as the server would. */
record SimulatedTenant(
    Simulator simulator, String id, CpiConnector connector, Connection<CpiSettings> connection) {

  static SimulatedTenant of(Simulator simulator, String id) {
    return of(simulator, id, new CpiConnector());
  }

  private static SimulatedTenant of(Simulator simulator, String id, CpiConnector connector) {
    HttpTransport transport = new HttpTransport(new NetworkPolicy(List.of(), true, Set::of));
    CpiSettings settings = new CpiSettings(null, null);
    JsonNode key = key(simulator, id);
    String secret = key.path("clientsecret").asString();
    OAuthClient client =
        new OAuthClient(
            id,
            URI.create(key.path("tokenurl").asString()),
            key.path("clientid").asString(),
            () -> secret);
    OAuthSigner signer = new OAuthSigner(transport, new TokenCache(simulator.clock()), client);
    URI base = connector.baseUrl(settings, URI.create(key.path("url").asString()));
    SignedHttp http = new SignedHttp(transport, base, signer, new RateGate(), CallObserver.NONE);
    return new SimulatedTenant(
        simulator, id, connector, new Connection<>(settings, http, simulator.clock()));
  }

  private static JsonNode key(Simulator simulator, String id) {
    return JsonMapper.shared()
        .<JsonNode>valueToTree(simulator.system(id).describe(simulator.url(id)))
        .at("/serviceKey/oauth");
  }

  ResolvedArtifact resolve(String artifactId) {
    Resolution resolution = connector.resolve(connection, "cpi-artifact", artifactId, null);
    return ((Resolution.Resolved) resolution).artifact();
  }

  /** A delivery of what this tenant has now, with values for the target. */
  Delivery delivery(
      String artifactId, Map<String, String> parameters, Map<String, String> options) {
    ResolvedArtifact artifact = resolve(artifactId);
    byte[] content = connector.fetch(connection, artifact).bytes();
    Delivery.Item item =
        new Delivery.Item(
            artifact.kind(),
            artifact.externalId(),
            artifact.name(),
            artifact.version(),
            artifact.digest(),
            () -> content,
            parameters,
            artifact.facts(),
            artifact.objects(),
            false);
    return new Delivery(List.of(item), options);
  }

  Delivery delivery(String artifactId) {
    return delivery(artifactId, Map.of(), Map.of());
  }

  /** Polls to the end; the landscape's clock runs as fast as the connector asks to look again. */
  Progress finish(Progress progress) {
    Progress at = progress;
    Instant limit = Instant.now().plusSeconds(30);
    while (at instanceof Progress.Working working && Instant.now().isBefore(limit)) {
      simulator.clock().advance(working.lookAgainIn());
      at = connector.poll(connection, working.handle());
    }
    return at;
  }

  void advance(Duration by) {
    simulator.clock().advance(by);
  }

  void arm(String kind, String path) {
    simulator.desk(id).faults().arm(Faults.Fault.once(kind, path));
  }

  List<Ledger.Entry> done(String action) {
    return simulator.desk(id).ledger().entries(action);
  }

  Map<String, String> values(String artifactId) {
    return connector.parameters(connection, artifactId).stream()
        .collect(Collectors.toMap(each -> each.key(), each -> String.valueOf(each.value())));
  }
}

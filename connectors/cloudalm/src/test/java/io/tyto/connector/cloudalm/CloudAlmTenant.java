package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.auth.OAuthClient;
import io.tyto.connector.kit.auth.OAuthSigner;
import io.tyto.connector.kit.auth.TokenCache;
import io.tyto.connector.kit.net.CallObserver;
import io.tyto.connector.kit.net.HttpTransport;
import io.tyto.connector.kit.net.NetworkPolicy;
import io.tyto.connector.kit.net.RateGate;
import io.tyto.connector.kit.net.SignedHttp;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.SimulatorOptions.World;
import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.world.Project;
import io.tyto.simulator.world.WorldGenerator;
import io.tyto.spi.Connection;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.SyncScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A simulated tenant over HTTP and the connector's way to it. */
final class CloudAlmTenant implements AutoCloseable {
  final Simulator simulator;
  final CloudAlm alm;
  final CloudAlmConnector connector = new CloudAlmConnector();
  private final HttpTransport transport =
      new HttpTransport(new NetworkPolicy(List.of(), true, Set::of));
  private final TokenCache tokens = new TokenCache(Clock.systemUTC());

  CloudAlmTenant(World world) {
    simulator = Simulator.start(SimulatorOptions.defaults().withWorld(world));
    alm = simulator.alm();
    alm.desk().switches().set("rate-limit", "0");
  }

  Connection<CloudAlmSettings> connection() {
    return connection(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
  }

  Connection<CloudAlmSettings> connection(String id, String secret) {
    String url = simulator.url("alm");
    CloudAlmSettings settings = new CloudAlmSettings(url + "/launchpad#home");
    OAuthClient client = new OAuthClient("test", URI.create(url), id, () -> secret);
    SignedHttp http =
        new SignedHttp(
            transport,
            connector.baseUrl(settings, null),
            new OAuthSigner(transport, tokens, client),
            new RateGate(),
            CallObserver.NONE);
    return new Connection<>(settings, http, Clock.systemUTC());
  }

  Project generated(int features, int stories) {
    Project project = alm.world().newProject("Generated", Project.Visibility.PUBLIC);
    WorldGenerator.fill(alm.world(), project.id(), features, stories);
    return project;
  }

  /** Everything handed over, the later of two winning. */
  Map<String, AlmItem> read(UUID project, @Nullable Instant since) {
    Map<String, AlmItem> items = new LinkedHashMap<>();
    connector.read(
        connection(),
        new SyncScope(project.toString(), since),
        page -> page.items().forEach(item -> items.put(item.ref().uuid(), item)));
    return items;
  }

  /** The assignments that a reading of changes tells, by feature. */
  Map<String, List<String>> assignments(UUID project, Instant since) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    connector.read(
        connection(),
        new SyncScope(project.toString(), since),
        page -> page.assignments().forEach(one -> told.put(one.featureUuid(), one.storyUuids())));
    return told;
  }

  static List<AlmItem> of(Map<String, AlmItem> items, ItemType type) {
    return items.values().stream().filter(item -> item.ref().type() == type).toList();
  }

  /** Arms what the other side does wrong next. */
  void arm(String kind, String path) {
    alm.desk().faults().arm(io.tyto.simulator.core.Faults.Fault.once(kind, path));
  }

  void set(String name, String value) {
    alm.desk().switches().set(name, value);
  }

  void reset() {
    simulator.reset();
    tokens.clear();
    set("rate-limit", "0");
  }

  @Override
  public void close() {
    simulator.close();
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

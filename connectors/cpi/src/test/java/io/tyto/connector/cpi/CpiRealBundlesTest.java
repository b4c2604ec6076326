package io.tyto.connector.cpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.cpi.CpiTenant;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SAP's open integration samples travel whole, where the folder with them is there. */
class CpiRealBundlesTest {
  private static final CpiConnector CPI = new CpiConnector();

  @Test
  void promotesEveryOpenSampleWithOddParameterKeys() throws IOException {
    List<Path> samples = samples();
    assumeThat(samples).isNotEmpty();
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      SimulatedTenant dev = SimulatedTenant.of(simulator, "cpi-dev");
      SimulatedTenant qa = SimulatedTenant.of(simulator, "cpi-qa");
      for (Path sample : samples) {
        String id = sample.getFileName().toString().replaceAll("\\.zip$", "").replace('-', '_');
        CpiTenant source = (CpiTenant) simulator.system("cpi-dev");
        source.place("OpenSamples", id, "", Files.readAllBytes(sample));
        promote(dev, qa, id);
      }
    }
  }

  private static void promote(SimulatedTenant dev, SimulatedTenant qa, String id) {
    Resolution resolved = CPI.resolve(dev.connection(), "cpi-artifact", id, null);
    assertThat(resolved).as(id).isInstanceOf(Resolution.Resolved.class);
    Map<String, String> values =
        dev.values(id).keySet().stream()
            .collect(Collectors.toMap(key -> key, key -> "Größe & 'x' <" + key.length() + ">"));
    Delivery delivery = dev.delivery(id, values, Map.of());
    Progress end =
        qa.finish(CPI.start(qa.connection(), delivery, new DeliveryKey("samples/" + id)));
    assertThat(end).as(id).isInstanceOf(Progress.Done.class);
    assertThat(qa.values(id)).as(id).isEqualTo(values);
  }

  private static List<Path> samples() throws IOException {
    for (Path root : roots()) {
      Path folder = root.resolve("data/cpi");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        }
      }
    }
    return List.of();
  }

  private static List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    String variable = System.getenv().getOrDefault("TYTO_SHARED", "");
    String named = System.getProperty("tyto.shared", variable);
    if (!named.isEmpty()) {
      roots.add(Path.of(named));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      roots.add(at.resolveSibling("shared"));
    }
    return roots;
  }
}

package io.tyto.simulator.cpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SAP's open integration samples, where the folder with them is there. */
class RealBundlesTest {
  @Test
  void carriesEveryOpenSampleUnchanged() throws IOException {
    List<Path> samples = samples();
    assumeThat(samples).isNotEmpty();
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Tenant dev = Tenant.of(simulator, "cpi-dev");
      for (Path sample : samples) {
        byte[] zip = Files.readAllBytes(sample);
        Bundle bundle = Bundle.read(zip);
        ((CpiTenant) simulator.system("cpi-dev"))
            .place("OpenSamples", bundle.symbolicName(), "", zip);
        String key = "(Id='" + Tenant.encode(bundle.symbolicName()) + "',Version='active')";
        String set = bundle.kind().entitySet() + key;
        assertThat(dev.call("GET", set + "/$value").body()).isEqualTo(zip);
        assertThat(dev.get(set).at("/d/Version").asString()).isEqualTo(bundle.version());
        if (bundle.kind() == ArtifactKind.INTEGRATION) {
          configuresEach(dev, set, bundle.parameters());
        }
      }
    }
  }

  private static void configuresEach(Tenant dev, String set, List<Parameter> parameters) {
    assertThat(dev.get(set + "/Configurations").at("/d/results")).hasSize(parameters.size());
    for (Parameter each : parameters) {
      String key = Tenant.encode(each.key().replace("'", "''"));
      String link = set + "/$links/Configurations('" + key + "')";
      assertThat(dev.send("PUT", link, Map.of("ParameterValue", "1")).statusCode())
          .as(each.key())
          .isEqualTo(202);
    }
  }

  private static List<Path> samples() throws IOException {
    Optional<Path> folder = shared().map(each -> each.resolve("data/cpi"));
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    }
  }

  private static Optional<Path> shared() {
    String variable = System.getenv().getOrDefault("TYTO_SHARED", "");
    String named = System.getProperty("tyto.shared", variable);
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), each -> each != null, Path::getParent)
        .map(each -> each.resolve("shared"))
        .filter(each -> Files.isDirectory(each.resolve("data")))
        .findFirst();
  }
}

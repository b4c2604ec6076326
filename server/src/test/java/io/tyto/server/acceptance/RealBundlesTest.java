package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * SAP's open integration samples travel from DEV to PROD and arrive with the digest they left with,
 * where the folder {@code shared} with them lies beside the repository.
 */
@TytoTest
class RealBundlesTest {
  private final Tyto tyto;

  RealBundlesTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void arriveInProductionWithTheDigestTheyLeftWith() throws IOException {
    List<Path> samples = samples();
    assumeThat(samples)
        .as("no folder shared/data/cpi with sample bundles beside the repository")
        .isNotEmpty();
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.STRAIGHT);
    Item item = rollout.story("Samples");
    List<String> ids = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    for (Path sample : samples) {
      String id = sample.getFileName().toString().replaceAll("\\.zip$", "").replace('-', '_');
      id += rollout.project().key();
      rollout.control().place("cpi-dev", "Samples", id, "", Files.readAllBytes(sample));
      ids.add(id);
      digests.add(item.attachFlow(id).get("digest"));
    }
    item.start().rests("COMPLETED");
    for (String system : List.of("cpi-qa", "cpi-prod")) {
      Item copy = rollout.story("As it is in " + system);
      asSource(rollout, system);
      for (int i = 0; i < ids.size(); i++) {
        assertThat(rollout.control().done(system, "deploy", ids.get(i))).hasSize(1);
        JsonNode there = rollout.control().artifact(system, ids.get(i));
        assertThat(there.path("status").asString()).as(ids.get(i)).isEqualTo("STARTED");
        assertThat(digestIn(rollout, copy, system, ids.get(i)))
            .as(ids.get(i) + " in " + system)
            .isEqualTo(digests.get(i));
      }
    }
  }

  /** What Tyto finds the content to be when it reads it from there. */
  private static String digestIn(Rollout rollout, Item item, String system, String id) {
    return item.attach(
            Map.of(
                "kind",
                "cpi-artifact",
                "environmentId",
                rollout.estate().environment(system).id(),
                "externalId",
                id))
        .expect(201)
        .get("digest");
  }

  private static void asSource(Rollout rollout, String system) {
    rollout
        .project()
        .admin()
        .api()
        .put(
            rollout.path("/environments/" + rollout.estate().environment(system).id()),
            Map.of("source", true))
        .expect(200);
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

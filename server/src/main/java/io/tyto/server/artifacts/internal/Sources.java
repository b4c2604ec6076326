package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.Environments;
import io.tyto.spi.Descriptor;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.artifacts.Content;
import io.tyto.spi.artifacts.ResolvedArtifact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The source environments of a project. */
@Component
class Sources {
  private final Environments environments;
  private final Connections connections;

  Sources(Environments environments, Connections connections) {
    this.environments = environments;
    this.connections = connections;
  }

  /**
   * The environment a deliverable of that kind is taken from.
   *
   * @throws Refusal when none or several fit and none was named
   */
  Source choose(ProjectKey project, String kind, @Nullable EnvironmentId wanted) {
    if (descriptorsOf(kind).isEmpty()) {
      throw Refusal.at(
          "kind",
          ArtifactRefusal.UNKNOWN_KIND,
          "There is no kind of deliverable called \"%s\".".formatted(kind));
    }
    List<Environments.Used> used =
        environments.ofProject(project).stream()
            .filter(Environments.Used::source)
            .filter(each -> knows(each.environment().connector(), kind))
            .toList();
    if (wanted != null) {
      return used.stream()
          .map(each -> each.environment().id())
          .filter(wanted::equals)
          .findFirst()
          .map(this::source)
          .orElseThrow(() -> notASource(kind));
    }
    return switch (used.size()) {
      case 1 -> source(used.getFirst().environment().id());
      case 0 ->
          throw Refusal.at(
              "environmentId",
              ArtifactRefusal.ENVIRONMENT_REQUIRED,
              "The project has no source environment for %s. Add one under Project Settings > Environments."
                  .formatted(kind));
      default ->
          throw Refusal.at(
              "environmentId",
              ArtifactRefusal.ENVIRONMENT_REQUIRED,
              "Several source environments know %s: say which.".formatted(kind));
    };
  }

  Source source(EnvironmentId id) {
    Opened<ArtifactSource<Record>> opened =
        connections.open(environments.spec(id), ArtifactSource.class);
    return new Source(id, new Open(opened));
  }

  private boolean knows(String connectorId, String kind) {
    return descriptorsOf(kind).stream().anyMatch(descriptor -> descriptor.id().equals(connectorId));
  }

  private List<Descriptor<?>> descriptorsOf(String kind) {
    return connections.descriptors().stream()
        .filter(descriptor ->
            descriptor.deliverableKinds().stream()
                .anyMatch(known -> known.id().equals(kind) && !known.upload()))
        .toList();
  }

  private static Refusal notASource(String kind) {
    return Refusal.at(
        "environmentId",
        ArtifactRefusal.NOT_A_SOURCE,
        "That is not a source environment of this project for %s.".formatted(kind));
  }

  /** One source environment, opened. */
  record Source(EnvironmentId environment, Open open) {}

  /** Calls of a source without its settings' type. */
  record Open(Opened<ArtifactSource<Record>> opened) {

    ArtifactSource.Resolution resolve(String kind, String externalId, @Nullable String version) {
      return opened.connector().resolve(opened.connection(), kind, externalId, version);
    }

    Content fetch(ResolvedArtifact artifact) {
      return opened.connector().fetch(opened.connection(), artifact);
    }
  }
}

package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.artifacts.DraftSaver;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.TransportRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sources that may be written to: of the project, live, and of a connector that can do it. */
@Component
class WritableSources {
  private final Sources sources;
  private final Environments environments;
  private final Connections connections;

  WritableSources(Sources sources, Environments environments, Connections connections) {
    this.sources = sources;
    this.environments = environments;
    this.connections = connections;
  }

  Drafts drafts(ProjectKey project, String kind, @Nullable EnvironmentId wanted) {
    EnvironmentId at = sources.choose(project, kind, wanted).environment();
    writable(at, DraftSaver.class, "save drafts as versions");
    return new Drafts(at, connections.open(environments.spec(at), DraftSaver.class));
  }

  Releases releases(ProjectKey project, String kind, EnvironmentId wanted) {
    EnvironmentId at = sources.choose(project, kind, wanted).environment();
    writable(at, TransportRelease.class, "release transport requests");
    return new Releases(connections.open(environments.spec(at), TransportRelease.class));
  }

  private void writable(EnvironmentId id, Class<?> capability, String deed) {
    EnvironmentView at = environments.get(id);
    if (!connections.can(at.connector(), capability)) {
      throw new Refusal(
          ArtifactRefusal.NOT_RELEASABLE,
          "%s cannot %s through Tyto; do it in the system itself.".formatted(at.name(), deed));
    }
    if (at.mode() == EnvironmentView.Mode.PLAN_ONLY) {
      throw new Refusal(
          ArtifactRefusal.PLAN_ONLY,
          "%s is plan-only: Tyto looks at it, but does not write there. An administrator sets its mode to LIVE."
              .formatted(at.name()));
    }
  }

  /** Saves drafts of one source. */
  record Drafts(EnvironmentId environment, Opened<DraftSaver<Record>> opened) {

    ArtifactSource.Resolution saveAsVersion(String externalId, String version) {
      return opened.connector().saveAsVersion(opened.connection(), externalId, version);
    }
  }

  /** Releases requests of one source. */
  record Releases(Opened<TransportRelease<Record>> opened) {

    Progress release(String number, String key) {
      return opened.connector().release(opened.connection(), number, null, new DeliveryKey(key));
    }

    Progress poll(Handle handle) {
      return opened.connector().pollRelease(opened.connection(), handle);
    }
  }
}

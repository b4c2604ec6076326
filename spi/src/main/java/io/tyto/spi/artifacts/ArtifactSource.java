package io.tyto.spi.artifacts;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import io.tyto.spi.FaultException;
import org.jspecify.annotations.Nullable;

/** Browses a system and takes exact versions out of it. All calls are free of effects. */
public interface ArtifactSource<S extends Record> extends Connector<S> {

  /**
   * @throws FaultException when the system cannot be read
   */
  ArtifactPage browse(Connection<S> at, BrowseQuery query);

  /**
   * Finds the exact version that is meant.
   *
   * @param version null for the current one
   * @throws FaultException when the system cannot be read
   */
  Resolution resolve(Connection<S> at, String kind, String externalId, @Nullable String version);

  /**
   * Takes the content of a resolved version.
   *
   * @throws FaultException NOT_FOUND when that version is no longer to be had
   */
  Content fetch(Connection<S> at, ResolvedArtifact artifact);

  /** Outcome of looking for an artifact. */
  sealed interface Resolution {

    record Resolved(ResolvedArtifact artifact) implements Resolution {}

    /**
     * @param code stable, kebab-case: {@code draft}, {@code not-found}, {@code wrong-number} ...
     */
    record Unusable(String code, String message) implements Resolution {}
  }
}

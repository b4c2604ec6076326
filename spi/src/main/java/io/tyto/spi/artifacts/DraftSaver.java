package io.tyto.spi.artifacts;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;

/** Saves a draft as a version, so that it can be attached. */
public interface DraftSaver<S extends Record> extends Connector<S> {

  /** Not idempotent; a person asks for it. The resolution is the saved version. */
  ArtifactSource.Resolution saveAsVersion(Connection<S> at, String externalId, String version);
}

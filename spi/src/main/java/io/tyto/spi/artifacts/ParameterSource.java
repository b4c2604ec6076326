package io.tyto.spi.artifacts;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the externalized parameters of an artifact. */
public interface ParameterSource<S extends Record> extends Connector<S> {

  /** Empty when the artifact is not there or has none. */
  List<Parameter> parameters(Connection<S> at, String externalId);

  /**
   * @param dataType the system's own word, for example {@code xsd:integer}
   */
  record Parameter(
      String key,
      @Nullable String value,
      @Nullable String dataType,
      @Nullable String description) {}
}

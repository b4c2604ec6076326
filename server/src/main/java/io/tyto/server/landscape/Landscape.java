package io.tyto.server.landscape;

import io.tyto.server.kernel.EnvironmentId;
import java.util.List;

/** An ordered chain of environments of one system line, source first. */
public record Landscape(String name, List<EnvironmentId> environments) {

  public Landscape {
    environments = List.copyOf(environments);
  }
}

package io.tyto.server.pipelines.trace;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.EnvironmentId;
import java.util.HashSet;
import java.util.Set;

/** What a test says was brought somewhere. */
public final class MemoryArrivals extends Arrivals {
  private final Set<String> arrived = new HashSet<>();

  public MemoryArrivals() {
    super(null);
  }

  public void brought(EnvironmentId at, Deliverable deliverable) {
    arrived.add(at.value() + " " + deliverable.id());
  }

  @Override
  public boolean arrived(EnvironmentId at, Deliverable deliverable) {
    return arrived.contains(at.value() + " " + deliverable.id());
  }
}

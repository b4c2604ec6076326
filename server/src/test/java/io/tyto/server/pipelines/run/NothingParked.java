package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where no calendar holds anything back. */
final class NothingParked extends Parking {

  NothingParked() {
    super(null, null);
  }

  @Override
  public void enter(RunTask task, Collection<EnvironmentId> environments, Instant until) {
    throw new UnsupportedOperationException("There are no freezes in memory");
  }

  @Override
  public void leave(RunTask task) {}

  @Override
  public Optional<Ahead> ahead(RunTask task) {
    return Optional.empty();
  }

  @Override
  public List<String> stir() {
    return List.of();
  }
}

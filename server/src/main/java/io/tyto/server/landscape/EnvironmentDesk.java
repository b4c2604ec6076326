package io.tyto.server.landscape;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.CheckReport;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.BrowseQuery;

/** Registers environments and looks into them. */
public interface EnvironmentDesk {

  /** Those the caller may see, by name. */
  Page<EnvironmentDetails> list(Actor caller, EnvironmentQuery query);

  /**
   * @throws Refusal {@code not-found} also when the caller may not see it
   */
  EnvironmentDetails get(Actor caller, EnvironmentId id);

  /**
   * @throws Refusal with an error at each field that is missing or wrong
   */
  EnvironmentDetails create(Actor caller, EnvironmentInput input);

  EnvironmentDetails change(
      Actor caller, EnvironmentId id, ExpectedVersion version, EnvironmentInput input);

  /**
   * @throws Refusal {@code environment-in-use} naming the uses
   */
  void remove(Actor caller, EnvironmentId id);

  CheckReport check(Actor caller, EnvironmentId id);

  /** Live from the system; {@code forbidden} for who may browse in none of its projects. */
  ArtifactPage browse(Actor caller, EnvironmentId id, BrowseQuery query);
}

package io.tyto.spi.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a delivery would change. */
public record Plan(List<Change> changes) {

  public Plan {
    changes = List.copyOf(changes);
  }

  /**
   * @param from version at the target now, null when it is not there
   * @param details lines a person reads: parameters that change, objects, a package to be made
   */
  public record Change(
      String kind,
      String externalId,
      String name,
      @Nullable String from,
      @Nullable String to,
      List<String> details) {}
}

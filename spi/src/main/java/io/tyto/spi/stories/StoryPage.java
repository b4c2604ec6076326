package io.tyto.spi.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a reading.
 *
 * @param assignments features of which the assignments alone were read
 * @param total items of the whole scope as far as known now; may grow, null while unknown
 */
public record StoryPage(
    List<AlmItem> items, List<Assignments> assignments, @Nullable Integer total) {

  /** The stories that stand under a feature now. */
  public record Assignments(String featureUuid, List<String> storyUuids) {

    public Assignments {
      storyUuids = List.copyOf(storyUuids);
    }
  }

  public StoryPage {
    items = List.copyOf(items);
    assignments = List.copyOf(assignments);
  }
}

package io.tyto.spi.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a reading.
 *
 * @param total items of the whole scope as far as known now; may grow, null while unknown
 */
public record StoryPage(List<AlmItem> items, @Nullable Integer total) {

  public StoryPage {
    items = List.copyOf(items);
  }
}

package io.tyto.spi.stories;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One thing to report on one item. */
public sealed interface StoryUpdate {

  ItemRef item();

  /**
   * A named link on the item.
   *
   * @param key unique on the item, for example {@code tyto:BHA-16}
   * @param url https only; null when there is no public address
   */
  record Reference(ItemRef item, String key, String name, @Nullable URI url)
      implements StoryUpdate {}

  /**
   * @param key unique on the item; the written text carries it so that it is found again
   */
  record Comment(ItemRef item, String key, String text) implements StoryUpdate {}

  /**
   * @param label the wished status as the external system labels it; reached one step at a time
   */
  record StatusChange(ItemRef item, String label) implements StoryUpdate {}
}

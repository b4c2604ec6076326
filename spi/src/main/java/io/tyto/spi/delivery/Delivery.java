package io.tyto.spi.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a target: one deliverable, or several in their order when the target takes them
 * together.
 *
 * @param options of the deploy task, for example {@code mode=upload-only}
 */
public record Delivery(List<Item> items, Map<String, String> options) {

  public Delivery {
    items = List.copyOf(items);
    options = Map.copyOf(options);
  }

  /**
   * @param content the frozen bytes, null for kinds without content; read only when called
   * @param parameters values for this environment, by key; a key that is missing keeps the target's
   * @param facts as recorded when it was attached (packageId, packageName ...)
   * @param again a person decided, with a reason, to do once more what may have been done
   */
  public record Item(
      String kind,
      String externalId,
      String name,
      @Nullable String version,
      String digest,
      @Nullable Supplier<byte[]> content,
      Map<String, String> parameters,
      Map<String, String> facts,
      List<String> objects,
      boolean again) {

    public Item {
      parameters = Map.copyOf(parameters);
      facts = Map.copyOf(facts);
      objects = List.copyOf(objects);
    }
  }
}

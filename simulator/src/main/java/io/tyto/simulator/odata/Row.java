package io.tyto.simulator.odata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entity, seen through its type. */
public interface Row {
  EntityType<?> type();

  /** The thing itself. */
  Object entity();

  /** A property's value: UUID, String, Integer, Boolean, Instant (whole seconds), list or null. */
  @Nullable Object value(String path);

  List<Row> follow(String navigation);
}

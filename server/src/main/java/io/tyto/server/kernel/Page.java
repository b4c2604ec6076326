package io.tyto.server.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows and where to go on.
 *
 * @param total only when it was asked for
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a result that was read with one row more than wanted.
   *
   * @param cursorOf makes the cursor from the last row that is shown
   */
  public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursorOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null, null);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, cursorOf.apply(shown.getLast()), null);
  }

  public Page<T> withTotal(@Nullable Long count) {
    return new Page<>(items, nextCursor, count);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), nextCursor, total);
  }
}

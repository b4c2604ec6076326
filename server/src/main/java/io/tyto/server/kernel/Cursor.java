package io.tyto.server.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sort keys of the last row shown, as an opaque string. */
public final class Cursor {
  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  public static String of(String... keys) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return the keys, or an empty list for no cursor
   * @throws Refusal {@code bad-cursor} when it was not made by {@link #of} with that many keys
   */
  public static List<String> read(@Nullable String cursor, int keys) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> read = List.of(text.split(SEPARATOR, -1));
      if (read.size() == keys) {
        return read;
      }
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
    throw refused();
  }

  private static Refusal refused() {
    return Refusal.at(
        "cursor", GeneralRefusal.BAD_CURSOR, "Take the cursor from nextCursor of the page before.");
  }
}

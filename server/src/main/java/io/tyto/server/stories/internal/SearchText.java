package io.tyto.server.stories.internal;

import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.util.Locale;

/** What somebody searches for, as the index of texts wants it. */
record SearchText(String literal) {
  private static final int SHORTEST = 3;

  /** The indexed expression; anything else would read the whole table. */
  static final String MATCHES =
      "lower(w.id || ' ' || coalesce(w.external_id, '') || ' ' || w.title) LIKE :q";

  SearchText {
    literal = literal.trim().toLowerCase(Locale.ROOT);
    if (literal.length() < SHORTEST) {
      throw Refusal.at(
          "q", GeneralRefusal.INVALID, "Give at least three characters to search for.");
    }
  }

  String pattern() {
    return "%" + literal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}

package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialQuery;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a list is sorted and where its page begins. */
record ListOrder(Key key, boolean descending, @Nullable String after, @Nullable String afterId) {

  /** What can be sorted by; columns are constants, never input. */
  enum Key {
    NAME("name", "lower(name)", "text"),
    TYPE("type", "type", "text"),
    CREATED_AT("createdAt", "created_at", "timestamptz"),
    MODIFIED_AT("modifiedAt", "coalesce(modified_at, created_at)", "timestamptz");

    private final String word;
    private final String column;
    private final String sqlType;

    Key(String word, String column, String sqlType) {
      this.word = word;
      this.column = column;
      this.sqlType = sqlType;
    }
  }

  /**
   * @throws Refusal for an unknown sort or a cursor that is not ours
   */
  static ListOrder of(CredentialQuery query) {
    String sort = query.sort() == null || query.sort().isBlank() ? "name" : query.sort();
    boolean descending = sort.startsWith("-");
    String word = descending ? sort.substring(1) : sort;
    Key key =
        List.of(Key.values()).stream()
            .filter(one -> one.word.equals(word))
            .findFirst()
            .orElseThrow(() ->
                Refusal.at(
                    "sort",
                    GeneralRefusal.INVALID,
                    "Sort by name, type, createdAt or modifiedAt, with - before it for"
                        + " descending."));
    List<String> at = Cursor.read(query.page().cursor(), 2);
    if (!at.isEmpty() && key.sqlType.equals("timestamptz")) {
      mustBeTime(at.getFirst());
    }
    return at.isEmpty()
        ? new ListOrder(key, descending, null, null)
        : new ListOrder(key, descending, at.getFirst(), at.getLast());
  }

  private static void mustBeTime(String text) {
    try {
      Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.at("cursor", GeneralRefusal.BAD_CURSOR, "This cursor is of another list.");
    }
  }

  String column() {
    return key.column;
  }

  /** The expression that the parameter {@code after} is compared by. */
  String afterExpression() {
    return key == Key.NAME
        ? "lower(cast(:after as text))"
        : "cast(:after as %s)".formatted(key.sqlType);
  }

  String cursorOf(CredentialRow row) {
    Instant changed = Optional.ofNullable(row.made().modifiedAt()).orElse(row.made().at());
    String value =
        switch (key) {
          case NAME -> row.name();
          case TYPE -> row.type().id();
          case CREATED_AT -> row.made().at().toString();
          case MODIFIED_AT -> changed.toString();
        };
    return Cursor.of(value, row.id());
  }
}

package io.tyto.simulator.odata;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@code $filter} that was understood. */
public sealed interface Condition {
  boolean holds(Row row);

  /** A value in a comparison. */
  sealed interface Operand {
    @Nullable Object in(Row row);
  }

  /** A constant. */
  record Literal(@Nullable Object value) implements Operand {
    @Override
    public @Nullable Object in(Row row) {
      return value;
    }
  }

  /** A property, maybe behind a navigation. */
  record Path(String path, EntityType.Kind kind) implements Operand {
    @Override
    public @Nullable Object in(Row row) {
      return row.value(path);
    }
  }

  /** {@code tolower} or {@code toupper}. */
  record Case(boolean lower, Operand of) implements Operand {
    @Override
    public @Nullable Object in(Row row) {
      Object value = of.in(row);
      if (value == null) {
        return null;
      }
      String text = value.toString();
      return lower ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
    }
  }

  /** {@code and}, {@code or}. */
  record Both(boolean and, Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Row row) {
      return and ? left.holds(row) && right.holds(row) : left.holds(row) || right.holds(row);
    }
  }

  /** {@code not}. */
  record Not(Condition inner) implements Condition {
    @Override
    public boolean holds(Row row) {
      return !inner.holds(row);
    }
  }

  /** {@code in}. */
  record Among(Operand value, List<Operand> wanted) implements Condition {
    @Override
    public boolean holds(Row row) {
      Object found = value.in(row);
      return wanted.stream().anyMatch(one -> Objects.equals(one.in(row), found));
    }
  }

  /** {@code contains}, {@code startswith}, {@code endswith}. */
  record Match(String function, Operand text, Operand part) implements Condition {
    @Override
    public boolean holds(Row row) {
      Object whole = text.in(row);
      Object piece = part.in(row);
      if (whole == null || piece == null) {
        return false;
      }
      return switch (function) {
        case "contains" -> whole.toString().contains(piece.toString());
        case "startswith" -> whole.toString().startsWith(piece.toString());
        default -> whole.toString().endsWith(piece.toString());
      };
    }
  }

  /** {@code eq}, {@code ne}, {@code gt}, {@code ge}, {@code lt}, {@code le}. */
  record Compare(String operator, Operand left, Operand right) implements Condition {
    @Override
    public boolean holds(Row row) {
      Object a = left.in(row);
      Object b = right.in(row);
      if (operator.equals("eq")) {
        return Objects.equals(a, b);
      }
      if (operator.equals("ne")) {
        return !Objects.equals(a, b);
      }
      if (a == null || b == null) {
        return false;
      }
      int order = order(a, b);
      return switch (operator) {
        case "gt" -> order > 0;
        case "ge" -> order >= 0;
        case "lt" -> order < 0;
        default -> order <= 0;
      };
    }
  }

  /** Both are of one kind: the parser saw to it. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int order(Object a, Object b) {
    return a instanceof Comparable left && a.getClass() == b.getClass() ? left.compareTo(b) : 0;
  }
}

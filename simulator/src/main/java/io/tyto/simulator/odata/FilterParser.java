package io.tyto.simulator.odata;

import io.tyto.simulator.odata.Condition.Operand;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code $filter}: comparisons, {@code in}, {@code and or not}, parentheses, {@code
 * contains startswith endswith tolower toupper}. Literals must fit the property they are compared
 * with.
 */
public final class FilterParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<string>'(?:[^']|'')*')"
              + "|(?<guid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
              + "|(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d))"
              + "|(?<date>\\d{4}-\\d\\d-\\d\\d)"
              + "|(?<number>-?\\d+)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_/]*)"
              + "|(?<mark>[(),]))");
  private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
  private static final Set<String> MATCHES = Set.of("contains", "startswith", "endswith");

  private record Token(String kind, String text) {}

  private final EntityType<?> type;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private FilterParser(EntityType<?> type, String text) {
    this.type = type;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && !text.substring(end).isBlank()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw ODataError.bad("Invalid filter expression at position " + (end + 1) + ": " + text);
      }
      for (String kind : List.of("string", "guid", "time", "date", "number", "word", "mark")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind)));
        }
      }
      end = matcher.end();
    }
  }

  /**
   * Understands a filter over entities of this type.
   *
   * @throws ODataError 400 when it cannot be understood
   */
  public static Condition parse(EntityType<?> type, String text) {
    FilterParser parser = new FilterParser(type, text);
    Condition condition = parser.or();
    if (parser.at < parser.tokens.size()) {
      throw ODataError.bad("Unexpected '" + parser.tokens.get(parser.at).text() + "' in filter");
    }
    return condition;
  }

  private Condition or() {
    Condition left = and();
    while (takeWord("or")) {
      left = new Condition.Both(false, left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = unary();
    while (takeWord("and")) {
      left = new Condition.Both(true, left, unary());
    }
    return left;
  }

  private Condition unary() {
    if (takeWord("not")) {
      return new Condition.Not(unary());
    }
    if (takeMark("(")) {
      Condition inner = or();
      expect(")");
      return inner;
    }
    Token token = peek();
    if (token.kind().equals("word") && MATCHES.contains(token.text())) {
      return match();
    }
    return comparison();
  }

  private Condition match() {
    String function = next().text();
    expect("(");
    Operand text = operand();
    expect(",");
    Operand part = operand();
    expect(")");
    Condition match = new Condition.Match(function, text, part);
    if (at < tokens.size() && takeWord("eq")) {
      return "true".equals(next().text()) ? match : new Condition.Not(match);
    }
    return match;
  }

  private Condition comparison() {
    Operand left = operand();
    String operator = next().text();
    if (operator.equals("in")) {
      return among(left);
    }
    if (!COMPARISONS.contains(operator)) {
      throw ODataError.bad("Unexpected '" + operator + "' in filter");
    }
    Operand right = operand();
    return new Condition.Compare(operator, fit(left, right), fit(right, left));
  }

  private Condition among(Operand left) {
    List<Operand> wanted = new ArrayList<>();
    expect("(");
    do {
      wanted.add(fit(operand(), left));
    } while (takeMark(","));
    expect(")");
    return new Condition.Among(left, wanted);
  }

  private Operand operand() {
    Token token = next();
    String text = token.text();
    return switch (token.kind()) {
      case "string" ->
          new Condition.Literal(text.substring(1, text.length() - 1).replace("''", "'"));
      case "guid" -> new Condition.Literal(UUID.fromString(text));
      case "time" -> new Condition.Literal(time(text));
      case "date" -> new Condition.Literal(date(text));
      case "number" -> new Condition.Literal(number(text));
      case "word" -> word(text);
      default -> throw ODataError.bad("Unexpected '" + text + "' in filter");
    };
  }

  private Operand word(String text) {
    return switch (text) {
      case "null" -> new Condition.Literal(null);
      case "true", "false" -> new Condition.Literal(Boolean.valueOf(text));
      case "tolower", "toupper" -> {
        expect("(");
        Operand inner = operand();
        expect(")");
        yield new Condition.Case(text.equals("tolower"), inner);
      }
      default -> {
        if (at < tokens.size() && peek().text().equals("(")) {
          throw new ODataError(501, "Function '" + text + "' is not supported");
        }
        yield new Condition.Path(text, type.kind(text));
      }
    };
  }

  /** Turns a literal into the type of the property on the other side, or refuses. */
  private static Operand fit(Operand operand, Operand other) {
    Object value = operand instanceof Condition.Literal literal ? literal.value() : null;
    if (value == null || !(other instanceof Condition.Path property)) {
      return operand;
    }
    EntityType.Kind kind = property.kind();
    boolean fits =
        switch (kind) {
          case GUID -> value instanceof UUID;
          case STRING -> value instanceof String;
          case INT -> value instanceof Integer;
          case BOOLEAN -> value instanceof Boolean;
          case DATE -> value instanceof LocalDate;
          case TIMESTAMP -> value instanceof java.time.Instant;
          case STRINGS -> false;
        };
    if (fits) {
      return operand;
    }
    UUID quoted = kind == EntityType.Kind.GUID && value instanceof String text ? guid(text) : null;
    if (quoted != null) {
      return new Condition.Literal(quoted);
    }
    throw ODataError.bad(
        "Property '" + property.path() + "' is of type " + kind.edm() + ", '" + value + "' is not");
  }

  private static @Nullable UUID guid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Object time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw ODataError.bad("'" + text + "' is no valid DateTimeOffset");
    }
  }

  private static Object date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ODataError.bad("'" + text + "' is no valid Date");
    }
  }

  private static Object number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw ODataError.bad("'" + text + "' is no valid Int32");
    }
  }

  private Token peek() {
    if (at >= tokens.size()) {
      throw ODataError.bad("The filter ends too early");
    }
    return tokens.get(at);
  }

  private Token next() {
    Token token = peek();
    at++;
    return token;
  }

  private boolean takeWord(String word) {
    return take("word", word);
  }

  private boolean takeMark(String mark) {
    return take("mark", mark);
  }

  private boolean take(String kind, String text) {
    if (at < tokens.size()
        && tokens.get(at).kind().equals(kind)
        && tokens.get(at).text().equals(text)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String mark) {
    if (!takeMark(mark)) {
      throw ODataError.bad("'" + mark + "' expected in filter");
    }
  }
}

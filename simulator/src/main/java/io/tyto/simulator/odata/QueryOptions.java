package io.tyto.simulator.odata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, or of one {@code $expand}.
 *
 * @param select empty for all
 * @param top null for all
 */
public record QueryOptions(
    @Nullable Condition filter,
    List<String> select,
    Map<String, QueryOptions> expand,
    @Nullable Comparator<Row> order,
    @Nullable Integer top,
    int skip,
    boolean count) {

  public static final QueryOptions NONE =
      new QueryOptions(null, List.of(), Map.of(), null, null, 0, false);
  private static final Set<String> KNOWN =
      Set.of(
          "$filter",
          "$select",
          "$expand",
          "$orderby",
          "$top",
          "$skip",
          "$count",
          "$skiptoken",
          "$format");

  /**
   * Understands the options of a request for entities of this type; parameters without {@code $}
   * mean nothing.
   *
   * @throws ODataError 400 for what cannot be understood, 501 for what is not offered
   */
  public static QueryOptions parse(EntityType<?> type, Map<String, String> query) {
    for (String name : query.keySet()) {
      if (name.startsWith("$") && !KNOWN.contains(name)) {
        throw new ODataError(501, "Query option '" + name + "' is not supported");
      }
    }
    String filter = query.getOrDefault("$filter", "");
    String top = query.get("$top");
    return new QueryOptions(
        filter.isBlank() ? null : FilterParser.parse(type, filter),
        select(type, query.get("$select")),
        expand(type, query.getOrDefault("$expand", "")),
        order(type, query.get("$orderby")),
        top == null ? null : number("$top", top),
        number("$skip", query.getOrDefault("$skip", "0")),
        count(query.get("$count")));
  }

  private static boolean count(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw ODataError.bad("'$count' must be true or false");
  }

  static int number(String option, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw ODataError.bad("'" + option + "' must be a non-negative integer, not '" + text + "'");
    }
    throw ODataError.bad("'" + option + "' must be a non-negative integer, not '" + text + "'");
  }

  private static List<String> select(EntityType<?> type, @Nullable String text) {
    if (text == null || text.isBlank() || text.trim().equals("*")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String name : split(text, ',')) {
      type.kind(name);
      names.add(name);
    }
    return names;
  }

  private static Map<String, QueryOptions> expand(EntityType<?> type, String text) {
    Map<String, QueryOptions> expand = new LinkedHashMap<>();
    for (String part : split(text, ',')) {
      int open = part.indexOf('(');
      String name = open < 0 ? part : part.substring(0, open).trim();
      EntityType<?> target = type.navigation(name).type().get();
      Map<String, String> inner = new LinkedHashMap<>();
      if (open >= 0) {
        if (!part.endsWith(")")) {
          throw ODataError.bad("')' expected in $expand");
        }
        for (String option : split(part.substring(open + 1, part.length() - 1), ';')) {
          int equals = option.indexOf('=');
          if (equals < 0) {
            throw ODataError.bad("'" + option + "' is no option of $expand");
          }
          inner.put(option.substring(0, equals).trim(), option.substring(equals + 1).trim());
        }
      }
      expand.put(name, inner.isEmpty() ? NONE : parse(target, inner));
    }
    return expand;
  }

  private static @Nullable Comparator<Row> order(EntityType<?> type, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Comparator<Row> order = null;
    for (String part : split(text, ',')) {
      String[] words = part.split("\\s+", -1);
      type.kind(words[0]);
      boolean down = words.length == 2 && words[1].equals("desc");
      if (words.length > 2 || (words.length == 2 && !down && !words[1].equals("asc"))) {
        throw ODataError.bad("'" + part + "' is no valid $orderby");
      }
      Comparator<Row> one = (a, b) -> compare(a.value(words[0]), b.value(words[0]));
      Comparator<Row> next = down ? one.reversed() : one;
      order = order == null ? next : order.thenComparing(next);
    }
    return order;
  }

  private static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return a instanceof java.util.UUID
        ? a.toString().compareTo(b.toString())
        : Condition.order(a, b);
  }

  /** Splits outside of parentheses and quotes. */
  private static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == at && depth == 0) {
          parts.add(text.substring(from, i).trim());
          from = i + 1;
        }
      }
    }
    parts.add(text.substring(from).trim());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** The rows that fit, in order; not yet cut to a page. */
  public List<Row> arrange(List<Row> rows) {
    Condition condition = filter;
    var stream = condition == null ? rows.stream() : rows.stream().filter(condition::holds);
    return order == null ? stream.toList() : stream.sorted(order).toList();
  }
}

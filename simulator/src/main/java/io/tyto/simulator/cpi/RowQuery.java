package io.tyto.simulator.cpi;

import io.tyto.simulator.cpi.content.CpiRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query options that the runtime artifacts understand: equality joined by {@code or} only. */
record RowQuery(List<Equality> filter, Comparator<Deployment.Row> order, int skip, int top) {
  private static final Pattern TERM = Pattern.compile("(\\w+) eq '((?:[^']|'')*)'");

  /** One accepted value of a property. */
  record Equality(String property, String value) {
    boolean fits(Deployment.Row row) {
      return RowQuery.property(row, property).equals(value);
    }
  }

  static RowQuery of(Call call) {
    String filter = call.ctx().queryParam("$filter");
    return new RowQuery(
        filter == null ? List.of() : terms(filter.trim()),
        order(call.ctx().queryParam("$orderby")),
        call.number("$skip").orElse(0),
        call.number("$top").orElse(Integer.MAX_VALUE));
  }

  List<Deployment.Row> apply(List<Deployment.Row> rows) {
    return rows.stream()
        .filter(row -> filter.isEmpty() || filter.stream().anyMatch(each -> each.fits(row)))
        .sorted(order)
        .skip(skip)
        .limit(top)
        .toList();
  }

  private static List<Equality> terms(String filter) {
    List<Equality> found = new ArrayList<>();
    for (String term : filter.split(" or ", -1)) {
      Matcher matcher = TERM.matcher(term.trim());
      if (!matcher.matches()) {
        throw CpiRefusal.badRequest("Invalid $filter expression.");
      }
      found.add(new Equality(matcher.group(1), matcher.group(2).replace("''", "'")));
    }
    return found;
  }

  private static Comparator<Deployment.Row> order(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return (left, right) -> 0;
    }
    String[] words = text.trim().split(" ", -1);
    Comparator<Deployment.Row> up =
        words[0].equals("DeployedOn")
            ? Comparator.comparing(Deployment.Row::deployedOn)
            : Comparator.comparing(row -> property(row, words[0]));
    return words.length > 1 && words[1].equals("desc") ? up.reversed() : up;
  }

  private static String property(Deployment.Row row, String name) {
    return switch (name) {
      case "Id" -> row.id();
      case "Name" -> row.name();
      case "Version" -> row.version();
      case "Status" -> row.status();
      case "Type" -> row.kind().runtimeType();
      case "DeployedBy" -> row.deployedBy();
      default -> throw CpiRefusal.badRequest("Property '" + name + "' cannot be used here.");
    };
  }
}

package io.tyto.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, as a table for people and as JSON for programs. */
final class Report {
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Object> surroundings = new LinkedHashMap<>();

  /**
   * @param most the figure must not be above it
   */
  record Line(String id, String what, double figure, double most, String detail) {
    boolean met() {
      return figure <= most;
    }
  }

  void add(String id, String what, double figure, double most, String detail) {
    Line line = new Line(id, what, figure, most, detail);
    lines.add(line);
    System.err.println(row(line));
  }

  void about(String name, Object value) {
    surroundings.put(name, value);
  }

  boolean met() {
    return lines.stream().allMatch(Line::met);
  }

  String table() {
    StringBuilder table = new StringBuilder("| id | what | figure | goal | met | detail |\n");
    table.append("| --- | --- | --- | --- | --- | --- |\n");
    lines.forEach(line -> table.append(row(line)).append('\n'));
    return table.toString();
  }

  private static String row(Line line) {
    return "| %s | %s | %s | <= %s | %s | %s |"
        .formatted(
            line.id(),
            line.what(),
            number(line.figure()),
            number(line.most()),
            line.met() ? "yes" : "no",
            line.detail());
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>(surroundings);
    all.put("lines", lines);
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}

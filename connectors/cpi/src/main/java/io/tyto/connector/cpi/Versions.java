package io.tyto.connector.cpi;

/** Compares version numbers part by part, numbers as numbers: 1.10.0 is newer than 1.9.0. */
final class Versions {
  private Versions() {}

  static int compare(String left, String right) {
    String[] a = left.split("[.\\-_]", -1);
    String[] b = right.split("[.\\-_]", -1);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int order = compareParts(i < a.length ? a[i] : "0", i < b.length ? b[i] : "0");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareParts(String left, String right) {
    boolean numbers = left.matches("\\d{1,18}") && right.matches("\\d{1,18}");
    return numbers
        ? Long.compare(Long.parseLong(left), Long.parseLong(right))
        : left.compareTo(right);
  }
}

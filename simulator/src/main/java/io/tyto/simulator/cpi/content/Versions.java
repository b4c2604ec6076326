package io.tyto.simulator.cpi.content;

import java.util.Comparator;

/** Order of version numbers such as 1.0.10. */
public final class Versions {
  public static final Comparator<String> ORDER = Versions::compare;

  private Versions() {}

  public static boolean wellFormed(String version) {
    return version.matches("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}(\\.[A-Za-z0-9_-]{1,40})?");
  }

  public static boolean higher(String version, String than) {
    return compare(version, than) > 0;
  }

  private static int compare(String left, String right) {
    String[] a = left.split("\\.", -1);
    String[] b = right.split("\\.", -1);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int difference = Integer.compare(part(a, i), part(b, i));
      if (difference != 0) {
        return difference;
      }
    }
    return left.compareTo(right);
  }

  private static int part(String[] parts, int index) {
    return index < parts.length && parts[index].matches("\\d{1,9}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}

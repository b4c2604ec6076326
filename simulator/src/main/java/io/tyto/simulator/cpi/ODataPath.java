package io.tyto.simulator.cpi;

import io.tyto.simulator.cpi.content.CpiRefusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request path below the service root, as OData V2 reads it: names with keys. */
record ODataPath(List<Segment> segments) {
  /** One segment; a key without a name is kept under the empty name. */
  record Segment(String name, Map<String, String> keys) {
    String key() {
      return key("");
    }

    String key(String keyName) {
      String value = keys.get(keyName);
      if (value == null) {
        throw CpiRefusal.badRequest("Missing key in the request URI.");
      }
      return value;
    }
  }

  /** Parses the raw, still percent-encoded path. */
  static ODataPath parse(String rawPath) {
    List<Segment> segments = new ArrayList<>();
    for (String raw : rawPath.split("/", -1)) {
      if (!raw.isEmpty()) {
        segments.add(segment(decode(raw)));
      }
    }
    return new ODataPath(List.copyOf(segments));
  }

  String first() {
    return segments.isEmpty() ? "" : segments.getFirst().name();
  }

  int length() {
    return segments.size();
  }

  Segment at(int index) {
    return segments.get(index);
  }

  /** Whether the names behind the first segment are exactly these. */
  boolean continues(String... names) {
    if (segments.size() != names.length + 1) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      if (!segments.get(i + 1).name().equals(names[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isValue() {
    return !segments.isEmpty() && segments.getLast().name().equals("$value");
  }

  /** A quoted OData literal without its quotes; anything else as it is. */
  static String literal(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }

  private static Segment segment(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new Segment(text, Map.of());
    }
    if (!text.endsWith(")")) {
      throw CpiRefusal.badRequest("Malformed key in the request URI.");
    }
    Map<String, String> keys = new LinkedHashMap<>();
    for (String part : split(text.substring(open + 1, text.length() - 1))) {
      int equals = part.startsWith("'") ? -1 : part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).trim();
      keys.put(name, literal(part.substring(equals + 1).trim()));
    }
    return new Segment(text.substring(0, open), Map.copyOf(keys));
  }

  /** Splits at commas outside of quotes. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.add(text.substring(start, i).trim());
        start = i + 1;
      }
    }
    if (start < text.length()) {
      parts.add(text.substring(start).trim());
    }
    return parts;
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw CpiRefusal.badRequest("Malformed request URI.");
    }
  }
}

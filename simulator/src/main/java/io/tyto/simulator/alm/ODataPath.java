package io.tyto.simulator.alm;

import io.tyto.simulator.odata.EntityType;
import io.tyto.simulator.odata.ODataError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the segments of a resource path; keys come as segments or in parentheses. */
final class ODataPath {
  private static final Pattern PARENTHESES = Pattern.compile("([^()]+)\\((.*)\\)");
  private static final Pattern NAMED = Pattern.compile("(\\w+)=('(?:[^']|'')*'|[^',]+)(?:,|$)");
  private final Deque<String> segments = new ArrayDeque<>();
  private String inParentheses = "";

  /** Takes the path behind the service root as it was sent, still percent-encoded. */
  ODataPath(String raw) {
    for (String segment : raw.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
  }

  boolean done() {
    return segments.isEmpty() && inParentheses.isEmpty();
  }

  /** The next name, without a key that stands behind it in parentheses. */
  String name() {
    String segment = segments.isEmpty() ? "" : segments.removeFirst();
    Matcher matcher = PARENTHESES.matcher(segment);
    if (matcher.matches()) {
      inParentheses = matcher.group(2);
      return matcher.group(1);
    }
    return segment;
  }

  boolean take(String name) {
    if (inParentheses.isEmpty() && name.equals(segments.peekFirst())) {
      segments.removeFirst();
      return true;
    }
    return false;
  }

  /** The key of one entity, its parts by name. */
  Map<String, String> key(EntityType<?> type) {
    Map<String, String> key = new LinkedHashMap<>();
    if (!inParentheses.isEmpty()) {
      String text = inParentheses;
      inParentheses = "";
      named(text, key);
      if (key.isEmpty() && type.key().size() == 1) {
        key.put(type.key().getFirst(), unquote(text));
      }
    } else {
      List<String> names = new ArrayList<>(type.key());
      while (!names.isEmpty() && !segments.isEmpty()) {
        key.put(names.removeFirst(), segments.removeFirst());
      }
    }
    if (!key.keySet().containsAll(type.key())) {
      throw ODataError.bad("The key of '" + type.name() + "' is " + type.key());
    }
    return key;
  }

  private static void named(String text, Map<String, String> key) {
    Matcher matcher = NAMED.matcher(text);
    while (matcher.find()) {
      key.put(matcher.group(1), unquote(matcher.group(2)));
    }
  }

  private static String unquote(String text) {
    return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
        ? text.substring(1, text.length() - 1).replace("''", "'")
        : text;
  }
}

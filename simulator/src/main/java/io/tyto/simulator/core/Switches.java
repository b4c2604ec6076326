package io.tyto.simulator.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named choices for behaviour of which the public sources are unsure; the initial value is what is
 * most likely. A client has to be right under every setting.
 */
public final class Switches {
  /**
   * One choice.
   *
   * @param allowed the values it takes; empty for any
   * @param source where the fact sheet speaks of it, with its grade
   */
  public record Switch(String name, String initial, List<String> allowed, String source) {}

  private final Map<String, Switch> known = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  public synchronized void declare(String name, String initial, String source, String... allowed) {
    known.put(name, new Switch(name, initial, List.of(allowed), source));
    values.put(name, initial);
  }

  /**
   * Sets a switch.
   *
   * @throws IllegalArgumentException for an unknown name or value
   */
  public synchronized void set(String name, String value) {
    Switch known = this.known.get(name);
    if (known == null) {
      throw new IllegalArgumentException(
          "No switch '" + name + "'; there are " + this.known.keySet());
    }
    if (!known.allowed().isEmpty() && !known.allowed().contains(value)) {
      throw new IllegalArgumentException(
          "Switch '" + name + "' takes " + known.allowed() + ", not '" + value + "'");
    }
    values.put(name, value);
  }

  public synchronized String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No switch '" + name + "'");
    }
    return value;
  }

  public boolean is(String name, String value) {
    return text(name).equals(value);
  }

  public boolean on(String name) {
    return is(name, "on");
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public synchronized Map<String, String> values() {
    return new LinkedHashMap<>(values);
  }

  public synchronized List<Switch> known() {
    return List.copyOf(known.values());
  }

  synchronized void reset() {
    known.values().forEach(one -> values.put(one.name(), one.initial()));
  }
}

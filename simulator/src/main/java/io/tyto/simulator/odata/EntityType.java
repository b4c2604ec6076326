package io.tyto.simulator.odata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shape of an entity: its properties and where it leads to, and how both are read from a T. */
public final class EntityType<T> {
  /** The type of a property. */
  public enum Kind {
    GUID("Edm.Guid"),
    STRING("Edm.String"),
    INT("Edm.Int32"),
    BOOLEAN("Edm.Boolean"),
    DATE("Edm.Date"),
    TIMESTAMP("Edm.DateTimeOffset"),
    STRINGS("Collection(Edm.String)");

    private final String edm;

    Kind(String edm) {
      this.edm = edm;
    }

    public String edm() {
      return edm;
    }
  }

  /** One property. */
  public record Property<T>(String name, Kind kind, Function<T, @Nullable Object> value) {}

  /** A way to other entities; {@code many} shows as an array. */
  public record Navigation<T, U>(
      String name, boolean many, Supplier<EntityType<U>> type, Function<T, List<U>> targets) {
    List<Row> rows(T from) {
      EntityType<U> target = type.get();
      return targets.apply(from).stream().map(target::row).toList();
    }
  }

  private final String name;
  private final String set;
  private final List<String> key;
  private final Map<String, Property<T>> properties = new LinkedHashMap<>();
  private final Map<String, Navigation<T, ?>> navigations = new LinkedHashMap<>();

  public EntityType(String name, String set, String... key) {
    this.name = name;
    this.set = set;
    this.key = List.of(key);
  }

  public EntityType<T> has(String property, Kind kind, Function<T, @Nullable Object> value) {
    properties.put(property, new Property<>(property, kind, value));
    return this;
  }

  public <U> EntityType<T> one(
      String navigation, Supplier<EntityType<U>> type, Function<T, List<U>> targets) {
    navigations.put(navigation, new Navigation<>(navigation, false, type, targets));
    return this;
  }

  public <U> EntityType<T> many(
      String navigation, Supplier<EntityType<U>> type, Function<T, List<U>> targets) {
    navigations.put(navigation, new Navigation<>(navigation, true, type, targets));
    return this;
  }

  public String name() {
    return name;
  }

  public String set() {
    return set;
  }

  public List<String> key() {
    return key;
  }

  public Map<String, Property<T>> properties() {
    return properties;
  }

  public Map<String, Navigation<T, ?>> navigations() {
    return navigations;
  }

  /** The kind of a property, {@code toStatus/code} included; unknown ones are refused. */
  public Kind kind(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      Property<T> property = properties.get(path);
      if (property == null) {
        throw ODataError.bad("Property '" + path + "' does not exist in type '" + name + "'");
      }
      return property.kind();
    }
    Navigation<T, ?> navigation = navigation(path.substring(0, slash));
    if (navigation.many()) {
      throw ODataError.bad("'" + navigation.name() + "' is a collection and has no single value");
    }
    return navigation.type().get().kind(path.substring(slash + 1));
  }

  public Navigation<T, ?> navigation(String wanted) {
    Navigation<T, ?> navigation = navigations.get(wanted);
    if (navigation == null) {
      throw ODataError.bad("Navigation '" + wanted + "' does not exist in type '" + name + "'");
    }
    return navigation;
  }

  public Row row(T entity) {
    return new Bound<>(this, entity);
  }

  private record Bound<T>(EntityType<T> type, T entity) implements Row {
    @Override
    public @Nullable Object value(String path) {
      int slash = path.indexOf('/');
      if (slash >= 0) {
        List<Row> rows = type.navigation(path.substring(0, slash)).rows(entity);
        return rows.isEmpty() ? null : rows.getFirst().value(path.substring(slash + 1));
      }
      type.kind(path);
      Property<T> property = type.properties.get(path);
      Object value = property == null ? null : property.value().apply(entity);
      return value instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : value;
    }

    @Override
    public List<Row> follow(String navigation) {
      return type.navigation(navigation).rows(entity);
    }
  }
}

package io.tyto.server.connections.internal;

import io.tyto.server.connections.ConnectionRefusal;
import io.tyto.server.connections.ConnectorView;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.Connector;
import io.tyto.spi.Descriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The connectors on the class path. */
@Component
class ConnectorRegistry {
  private final Map<String, Registered> byId = new TreeMap<>();

  ConnectorRegistry() {
    this(ServiceLoader.load(Connector.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  ConnectorRegistry(List<? extends Connector> connectors) {
    for (Connector connector : connectors) {
      Descriptor<?> descriptor = connector.descriptor();
      SettingsForm form = new SettingsForm(descriptor.settings());
      Registered before =
          byId.put(
              descriptor.id(), new Registered((Connector<Record>) connector, descriptor, form));
      if (before != null) {
        throw new IllegalStateException("Two connectors are called " + descriptor.id());
      }
    }
  }

  record Registered(Connector<Record> connector, Descriptor<?> descriptor, SettingsForm form) {

    ConnectorView view() {
      return new ConnectorView(
          descriptor.id(),
          descriptor.displayName(),
          capabilities(connector.getClass()).stream()
              .map(type ->
                  type.getSimpleName()
                      .replaceAll("([a-z])([A-Z])", "$1-$2")
                      .toLowerCase(Locale.ROOT))
              .sorted()
              .toList(),
          form.schema(),
          descriptor.credentialTypes(),
          descriptor.deliverableKinds(),
          descriptor.checks());
    }
  }

  List<Registered> all() {
    return List.copyOf(byId.values());
  }

  Optional<Registered> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @throws Refusal at {@code connector}
   */
  Registered get(String id) {
    return find(id)
        .orElseThrow(() ->
            Refusal.at(
                "connector",
                ConnectionRefusal.UNKNOWN_CONNECTOR,
                "There is no connector '%s'. There are: %s."
                    .formatted(id, byId.keySet().stream().collect(Collectors.joining(", ")))));
  }

  /**
   * Interfaces of the SPI that say what a connector can do; {@link Connector} itself says nothing.
   */
  private static Set<Class<?>> capabilities(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    List<Class<?>> open = new ArrayList<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.removeLast();
      boolean spi = next.getPackageName().startsWith(Connector.class.getPackageName());
      if (next.isInterface() && spi && next != Connector.class) {
        found.add(next);
      }
      Stream.of(next.getInterfaces())
          .sorted(Comparator.comparing(Class::getName))
          .forEach(open::add);
      if (next.getSuperclass() != null) {
        open.add(next.getSuperclass());
      }
    }
    return found;
  }
}

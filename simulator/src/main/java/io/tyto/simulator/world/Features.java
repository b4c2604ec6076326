package io.tyto.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All features of the tenant in the order of their creation. */
public final class Features {
  private final Map<UUID, Feature> byId = new LinkedHashMap<>();
  private long lastNumber;
  private long version;

  public synchronized long nextNumber() {
    return ++lastNumber;
  }

  /** Grows with every change. */
  public synchronized long version() {
    return version;
  }

  public synchronized void add(Feature feature) {
    version++;
    if (byId.putIfAbsent(feature.uuid(), feature) != null) {
      throw new IllegalArgumentException("There is a feature " + feature.uuid() + " already");
    }
  }

  public synchronized Optional<Feature> find(UUID uuid) {
    return Optional.ofNullable(byId.get(uuid));
  }

  public synchronized Optional<Feature> change(UUID uuid, UnaryOperator<Feature> change) {
    version++;
    return Optional.ofNullable(byId.computeIfPresent(uuid, (id, before) -> change.apply(before)));
  }

  public synchronized boolean remove(UUID uuid) {
    version++;
    return byId.remove(uuid) != null;
  }

  public synchronized List<Feature> all() {
    return List.copyOf(byId.values());
  }

  public synchronized List<Feature> of(UUID project) {
    return byId.values().stream().filter(one -> one.projectId().equals(project)).toList();
  }
}

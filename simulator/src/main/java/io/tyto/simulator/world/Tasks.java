package io.tyto.simulator.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All tasks of the tenant. The list of a project is ordered by number, so a changed task keeps its
 * place and paging through an unchanged project is cheap at any size.
 */
public final class Tasks {
  private record Selection(TaskQuery query, String order) {}

  private static final int SELECTIONS = 4;
  private final Map<UUID, Task> byId = new HashMap<>();
  private final Map<UUID, List<Task>> byProject = new HashMap<>();
  private final Map<UUID, List<UUID>> byFeature = new HashMap<>();
  private final Map<Selection, List<Task>> selections = new LinkedHashMap<>();
  private long lastNumber;

  public synchronized long nextNumber() {
    return ++lastNumber;
  }

  public synchronized void add(Task task) {
    if (byId.putIfAbsent(task.id(), task) != null) {
      throw new IllegalArgumentException("There is a task " + task.id() + " already");
    }
    List<Task> list = byProject.computeIfAbsent(task.projectId(), id -> new ArrayList<>());
    // Two writers may add in another order than they took their numbers.
    list.add(list.isEmpty() ? 0 : -place(list, task) - 1, task);
    task.features().forEach(feature -> link(feature, task.id()));
    selections.clear();
  }

  public synchronized Optional<Task> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Changes a task in place. */
  public synchronized Optional<Task> change(UUID id, UnaryOperator<Task> change) {
    Task before = byId.get(id);
    if (before == null) {
      return Optional.empty();
    }
    Task after = change.apply(before);
    byId.put(id, after);
    List<Task> list = listOf(before.projectId());
    list.set(place(list, before), after);
    if (!before.features().equals(after.features())) {
      before.features().forEach(feature -> unlink(feature, id));
      after.features().forEach(feature -> link(feature, id));
    }
    selections.clear();
    return Optional.of(after);
  }

  public synchronized boolean remove(UUID id) {
    Task task = byId.remove(id);
    if (task == null) {
      return false;
    }
    List<Task> list = listOf(task.projectId());
    list.remove(place(list, task));
    task.features().forEach(feature -> unlink(feature, id));
    selections.clear();
    return true;
  }

  /** The tasks assigned to a feature, in the order of assignment. */
  public synchronized List<Task> of(UUID feature) {
    return byFeature.getOrDefault(feature, List.of()).stream()
        .map(byId::get)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  public synchronized List<Task> children(Task parent) {
    return select(parent.projectId(), task -> parent.id().toString().equals(task.more("parentId")));
  }

  public synchronized List<Task> select(UUID project, Predicate<Task> wanted) {
    return listOf(project).stream().filter(wanted).toList();
  }

  /**
   * One page.
   *
   * @param order {@code created}, {@code newest} or {@code changed}
   */
  public synchronized List<Task> page(TaskQuery query, String order, long offset, int limit) {
    List<Task> all = selected(query, order);
    int from = (int) Math.min(offset, all.size());
    int to = (int) Math.min((long) from + limit, all.size());
    return List.copyOf(all.subList(from, to));
  }

  private List<Task> selected(TaskQuery query, String order) {
    List<Task> list = listOf(query.projectId());
    if (query.takesAll() && order.equals("created")) {
      return list;
    }
    Selection wanted = new Selection(query, order);
    List<Task> known = selections.get(wanted);
    if (known == null) {
      known = new ArrayList<>(list);
      known.removeIf(task -> !query.matches(task));
      if (order.equals("newest")) {
        Collections.reverse(known);
      } else if (order.equals("changed")) {
        known.sort(Comparator.comparing(Task::changed));
      }
      if (selections.size() >= SELECTIONS) {
        selections.remove(selections.keySet().iterator().next());
      }
      selections.put(wanted, known);
    }
    return known;
  }

  private List<Task> listOf(UUID project) {
    return byProject.getOrDefault(project, new ArrayList<>());
  }

  private static int place(List<Task> list, Task task) {
    return Collections.binarySearch(list, task, Comparator.comparingLong(Task::number));
  }

  private void link(UUID feature, UUID task) {
    byFeature.computeIfAbsent(feature, id -> new ArrayList<>()).add(task);
  }

  private void unlink(UUID feature, UUID task) {
    @Nullable List<UUID> tasks = byFeature.get(feature);
    if (tasks != null) {
      tasks.remove(task);
    }
  }
}

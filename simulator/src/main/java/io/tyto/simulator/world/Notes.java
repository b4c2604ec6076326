package io.tyto.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What hangs on tasks and features: comments, references, relations, transports. */
public final class Notes {
  /** A comment on a task. */
  public record Comment(
      UUID id, UUID taskId, String text, Instant created, String createdBy, Instant changed) {}

  /** A link on a task. */
  public record Reference(UUID id, UUID taskId, String name, String url) {}

  /** Two tasks that belong together. */
  public record Relation(UUID id, UUID taskId, String type, UUID relationTaskId) {}

  /** A reference of another product on a feature; the key is {@code (id, parent)}. */
  public record ExternalReference(
      String id, UUID parent, @Nullable String name, @Nullable String url) {}

  /** A link on a feature. */
  public record UrlReference(UUID uuid, UUID parent, @Nullable String name, String url) {}

  /** A transport of a feature; its field names are invented (facts: Cloud ALM 4.6). */
  public record Transport(String id, UUID parent, String description, String status) {}

  private final Shelf<Comment> comments = new Shelf<>();
  private final Shelf<Reference> references = new Shelf<>();
  private final Shelf<Relation> relations = new Shelf<>();
  private final Shelf<ExternalReference> externalReferences = new Shelf<>();
  private final Shelf<UrlReference> urlReferences = new Shelf<>();
  private final Shelf<Transport> transports = new Shelf<>();

  public Shelf<Comment> comments() {
    return comments;
  }

  public Shelf<Reference> references() {
    return references;
  }

  public Shelf<Relation> relations() {
    return relations;
  }

  public Shelf<ExternalReference> externalReferences() {
    return externalReferences;
  }

  public Shelf<UrlReference> urlReferences() {
    return urlReferences;
  }

  public Shelf<Transport> transports() {
    return transports;
  }

  void dropTask(UUID task) {
    comments.remove(one -> one.taskId().equals(task));
    references.remove(one -> one.taskId().equals(task));
    relations.remove(one -> one.taskId().equals(task) || one.relationTaskId().equals(task));
  }

  void dropFeature(UUID feature) {
    externalReferences.remove(one -> one.parent().equals(feature));
    urlReferences.remove(one -> one.parent().equals(feature));
    transports.remove(one -> one.parent().equals(feature));
  }

  /** Things of one kind in the order they were added. */
  public static final class Shelf<T> {
    private final List<T> things = new ArrayList<>();

    public synchronized List<T> where(Predicate<T> wanted) {
      return things.stream().filter(wanted).toList();
    }

    public synchronized Optional<T> first(Predicate<T> wanted) {
      return things.stream().filter(wanted).findFirst();
    }

    public synchronized void add(T thing) {
      things.add(thing);
    }

    /** Adds unless there is one like it already; says whether it was added. */
    public synchronized boolean addUnless(Predicate<T> like, T thing) {
      return things.stream().noneMatch(like) && things.add(thing);
    }

    public synchronized boolean remove(Predicate<T> unwanted) {
      return things.removeIf(unwanted);
    }

    public synchronized Optional<T> change(Predicate<T> wanted, UnaryOperator<T> change) {
      for (int i = 0; i < things.size(); i++) {
        if (wanted.test(things.get(i))) {
          things.set(i, change.apply(things.get(i)));
          return Optional.of(things.get(i));
        }
      }
      return Optional.empty();
    }
  }
}

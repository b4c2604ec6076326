package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Ids;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.json.JsonMapper;

/** Effects in memory. */
final class MemoryEffectStore extends EffectStore {
  private final MemoryRows rows;
  private final Clock clock;
  private final Table<String, Instant> lookAt;
  private final Table<String, String> holder;
  private final Table<String, List<String>> ofSystem;
  private final Table<String, String> live;
  private final Table<String, List<Brought>> items;
  private final Table<String, List<String>> carriers;
  private final Table<String, String> places;
  private long seq;

  MemoryEffectStore(MemoryRows rows, Clock clock) {
    super(null, JsonMapper.builder().build(), clock);
    this.rows = rows;
    this.clock = clock;
    lookAt = rows.memory.table();
    holder = rows.memory.table();
    ofSystem = rows.memory.table();
    live = rows.memory.table();
    items = rows.memory.table();
    carriers = rows.memory.table();
    places = rows.memory.table();
  }

  @Override
  public Optional<Effect> find(String id) {
    rows.memory.statement();
    return rows.effect(id);
  }

  @Override
  List<Effect> ofRun(String runId) {
    rows.memory.statement();
    return rows.effectsOf(runId);
  }

  @Override
  public String add(RunTask task, Effect.Order order) {
    rows.memory.statement();
    Effect effect = fresh(Ids.next(), task, order);
    String id = effect.id();
    rows.effects.put(task.runId(), MemoryRows.with(rows.effectsOf(task.runId()), effect));
    rows.runOfEffect.put(id, task.runId());
    live.put(id, id);
    if (order.busyKey() != null) {
      append(ofSystem, order.busyKey(), id);
    }
    EnvironmentId at = order.environmentId();
    if (at != null) {
      order
          .items()
          .forEach(item -> append(carriers, place(at, item.kind(), item.externalId()), id));
      order
          .items()
          .forEach(item ->
              places.put(id + item.deliverableId(), place(at, item.kind(), item.externalId())));
      order
          .items()
          .forEach(item ->
              items.put(
                  id + place(at, item.kind(), item.externalId()),
                  List.of(new Brought(id, task.runId(), item.digest(), item.parameters()))));
    }
    return id;
  }

  private Effect fresh(String id, RunTask task, Effect.Order order) {
    return new Effect(
        id,
        ++seq,
        task.runId(),
        task.id(),
        task.attempt(),
        order.kind(),
        order.environmentId(),
        order.busyKey(),
        false,
        order.payload(),
        EffectOutcome.NONE,
        false,
        0,
        0,
        null,
        null,
        null,
        false,
        0,
        0,
        false,
        null,
        "",
        clock.instant(),
        null,
        null);
  }

  boolean heldFor(RunTask task) {
    return rows.effectsOf(task.runId()).stream()
        .filter(e -> e.taskId().equals(task.id()) && e.outcome() == EffectOutcome.NONE)
        .anyMatch(this::held);
  }

  private boolean held(Effect e) {
    return e.busyKey() != null && holder.get(e.busyKey()).isPresent();
  }

  /** Names of the same content at the same place in two effects. */
  List<String> inBoth(String one, String other) {
    return items.keys().stream()
        .filter(key -> key.startsWith(one))
        .map(key -> key.substring(one.length()))
        .filter(place -> items.get(other + place).isPresent())
        .filter(place -> digestOf(one + place).equals(digestOf(other + place)))
        .map(place -> place.substring(place.lastIndexOf('|') + 1))
        .toList();
  }

  private String digestOf(String key) {
    return items.get(key).orElseThrow().getFirst().digest();
  }

  private static String place(EnvironmentId at, String kind, String externalId) {
    return at.value() + "|" + kind + "|" + externalId;
  }

  private static void append(Table<String, List<String>> table, String key, String id) {
    table.put(key, MemoryRows.with(table.get(key).orElse(List.of()), id));
  }

  @Override
  public boolean carries(String id, String deliverableId, String parameters) {
    rows.memory.statement();
    Optional<String> place = places.get(id + deliverableId);
    if (place.isEmpty()) {
      return false;
    }
    String item = id + place.get();
    Brought noted = items.get(item).orElseThrow().getFirst();
    items.put(item, List.of(new Brought(id, noted.runId(), noted.digest(), parameters)));
    return !noted.parameters().equals(parameters);
  }

  @Override
  public Optional<Effect> take(String id) {
    rows.memory.statement();
    Optional<Effect> effect = rows.effect(id).filter(e -> !e.needsPerson() && e.outcome().open());
    effect.ifPresent(e -> put(new EffectChange(e).epoch(e.epoch() + 1).made()));
    return effect.flatMap(e -> rows.effect(id));
  }

  @Override
  public boolean claim(Effect effect) {
    rows.memory.statement();
    Effect is = rows.effect(effect.id()).orElseThrow();
    if (is.epoch() != effect.epoch()
        || is.outcome() != EffectOutcome.NONE
        || ahead(effect).isPresent()) {
      return false;
    }
    put(new EffectChange(is).outcome(EffectOutcome.INTENT).holding(is.busyKey() != null).made());
    return true;
  }

  @Override
  public Optional<Effect> ahead(Effect effect) {
    rows.memory.statement();
    return atSystem(effect.busyKey())
        .filter(o -> !o.id().equals(effect.id()))
        .filter(o -> o.holding() || o.outcome() == EffectOutcome.NONE && o.seq() < effect.seq())
        .min(Comparator.comparing((Effect o) -> !o.holding()).thenComparing(Effect::seq));
  }

  private Stream<Effect> atSystem(String busyKey) {
    return busyKey == null
        ? Stream.of()
        : ofSystem.get(busyKey).orElse(List.of()).stream().map(id -> rows.effect(id).orElseThrow());
  }

  @Override
  public Optional<Effect> firstInQueue(String busyKey) {
    rows.memory.statement();
    return atSystem(busyKey)
        .filter(e -> e.outcome() == EffectOutcome.NONE)
        .min(Comparator.comparing(Effect::seq));
  }

  @Override
  public boolean write(Effect e, Instant at) {
    rows.memory.statement();
    Effect is = rows.effect(e.id()).orElseThrow();
    if (is.epoch() != e.epoch() || !is.outcome().open()) {
      return false;
    }
    put(
        new Effect(
            is.id(),
            is.seq(),
            is.runId(),
            is.taskId(),
            is.taskAttempt(),
            is.kind(),
            is.environmentId(),
            is.busyKey(),
            e.holding(),
            is.payload(),
            e.outcome(),
            e.needsPerson(),
            e.attempt(),
            is.epoch(),
            e.deliveryKey(),
            e.before(),
            e.handle(),
            e.again(),
            e.repeats(),
            e.faults(),
            is.rolledBack(),
            e.code(),
            e.summary(),
            is.createdAt(),
            e.sentAt(),
            e.endedAt()));
    look(e.id(), at);
    return true;
  }

  private void look(String id, Instant at) {
    if (at == null) {
      lookAt.remove(id);
    } else {
      lookAt.put(id, at);
    }
  }

  /** Keeps the indexes and the one constraint: one effect holds a system. */
  private void put(Effect e) {
    if (e.holding()) {
      if (holder.get(e.busyKey()).filter(other -> !other.equals(e.id())).isPresent()) {
        throw new DuplicateKeyException("effect_one_holds_a_system");
      }
      holder.put(e.busyKey(), e.id());
    } else if (e.busyKey() != null && holder.get(e.busyKey()).filter(e.id()::equals).isPresent()) {
      holder.remove(e.busyKey());
    }
    rows.effect(e.id(), old -> e);
    if (!e.outcome().open() && live.get(e.id()).isPresent()) {
      live.remove(e.id());
      if (e.busyKey() != null) {
        ofSystem.put(
            e.busyKey(),
            ofSystem.get(e.busyKey()).orElseThrow().stream()
                .filter(id -> !id.equals(e.id()))
                .toList());
      }
    }
  }

  @Override
  public void dropUnbegun(String taskId) {
    rows.memory.statement();
    of(taskId, e -> e.outcome() == EffectOutcome.NONE && e.kind() != EffectKind.ROLL_BACK)
        .forEach(e ->
            put(
                new EffectChange(e)
                    .outcome(EffectOutcome.DROPPED)
                    .epoch(e.epoch() + 1)
                    .endedAt(clock.instant())
                    .made()));
  }

  private List<Effect> of(String taskId, Predicate<Effect> which) {
    return rows.effectsOf(rows.runOfTask.get(taskId).orElseThrow()).stream()
        .filter(e -> e.taskId().equals(taskId))
        .filter(which)
        .toList();
  }

  @Override
  public void resume(String id, int taskAttempt, boolean again) {
    rows.memory.statement();
    rows.effect(id)
        .filter(Effect::needsPerson)
        .ifPresent(e -> {
          put(
              new EffectChange(e)
                  .resumed(taskAttempt, again)
                  .epoch(e.epoch() + 1)
                  .outcome(again ? EffectOutcome.INTENT : e.outcome())
                  .made());
          look(id, clock.instant());
        });
  }

  @Override
  public void leaveToPerson(String id) {
    rows.memory.statement();
    rows.effect(id)
        .filter(Effect::needsPerson)
        .ifPresent(e ->
            put(
                new EffectChange(e)
                    .left()
                    .epoch(e.epoch() + 1)
                    .outcome(EffectOutcome.BROKEN)
                    .endedAt(clock.instant())
                    .made()));
  }

  @Override
  public String addDone(RunTask task, Effect.Order order, String summary) {
    String id = add(task, order);
    put(
        new EffectChange(rows.effect(id).orElseThrow())
            .byHand(summary)
            .outcome(EffectOutcome.DONE)
            .endedAt(clock.instant())
            .made());
    return id;
  }

  @Override
  public Optional<Brought> lastBrought(EnvironmentId at, String kind, String externalId) {
    rows.memory.statement();
    String place = place(at, kind, externalId);
    return carriers.get(place).orElse(List.of()).stream()
        .map(id -> rows.effect(id).orElseThrow())
        .filter(e -> e.kind() == EffectKind.DEPLOY && e.outcome() == EffectOutcome.DONE)
        .filter(e -> !e.rolledBack())
        .max(Comparator.comparing(Effect::endedAt).thenComparing(Effect::seq))
        .map(e -> items.get(e.id() + place).orElseThrow().getFirst());
  }

  @Override
  public Optional<String> leftUnanswered(
      EnvironmentId at, String kind, String externalId, String digest) {
    rows.memory.statement();
    String place = place(at, kind, externalId);
    return carriers.get(place).orElse(List.of()).stream()
        .map(id -> rows.effect(id).orElseThrow())
        .filter(e -> e.kind() == EffectKind.DEPLOY)
        .filter(e -> e.sentAt() != null || e.outcome() == EffectOutcome.DONE)
        .max(Comparator.comparing(Effect::seq))
        .filter(last -> last.outcome() == EffectOutcome.BROKEN)
        .map(last -> items.get(last.id() + place).orElseThrow().getFirst())
        .filter(sent -> sent.digest().equals(digest))
        .map(Brought::parameters);
  }

  @Override
  public boolean releasedByUs(EnvironmentId at, String externalId) {
    rows.memory.statement();
    return carriers.keys().stream()
        .filter(p -> p.startsWith(at.value() + "|") && p.endsWith("|" + externalId))
        .flatMap(p -> carriers.get(p).orElseThrow().stream())
        .map(id -> rows.effect(id).orElseThrow())
        .anyMatch(
            e -> e.kind() == EffectKind.RELEASE_TRANSPORT && e.outcome() == EffectOutcome.DONE);
  }

  @Override
  public void markRolledBack(String id) {
    rows.memory.statement();
    rows.effect(id).ifPresent(e -> put(new EffectChange(e).rolledBack().made()));
  }

  @Override
  public List<String> overdue(Instant before) {
    rows.memory.statement();
    return live.keys().stream()
        .map(id -> rows.effect(id).orElseThrow())
        .filter(e -> !e.needsPerson())
        .filter(
            e -> e.outcome() != EffectOutcome.NONE || e.kind() == EffectKind.ROLL_BACK && !held(e))
        .filter(e -> lookAt.get(e.id()).filter(at -> !at.isBefore(before)).isEmpty())
        .map(Effect::id)
        .toList();
  }
}

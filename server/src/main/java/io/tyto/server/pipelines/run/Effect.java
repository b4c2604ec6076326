package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work outside our database: what was meant, what was seen before, how far it came.
 *
 * @param seq order of being ordered; a busy system serves by it
 * @param taskAttempt the attempt of the task that ordered it
 * @param needsPerson stopped: only a person's decision moves it on
 * @param attempt how often it was sent; part of the delivery key
 * @param epoch grows with each turn of a worker; a write with an older one changes nothing
 * @param repeats how often it was sent again after the target said that it did not happen
 * @param faults how many answers in a row were none
 */
public record Effect(
    String id,
    long seq,
    String runId,
    String taskId,
    int taskAttempt,
    EffectKind kind,
    @Nullable EnvironmentId environmentId,
    @Nullable String busyKey,
    boolean holding,
    Payload payload,
    EffectOutcome outcome,
    boolean needsPerson,
    int attempt,
    long epoch,
    @Nullable String deliveryKey,
    @Nullable String before,
    @Nullable String handle,
    boolean again,
    int repeats,
    int faults,
    boolean rolledBack,
    @Nullable String code,
    String summary,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable Instant endedAt) {

  /** The code while, or because, somebody else works at the same content there. */
  public static final String OTHERS_FIRST = "under-way-at-target";

  /** The code of what is done, with warnings of the other side. */
  public static final String WARNINGS = "warnings";

  /** Right before the call: from here on it may have happened. */
  public Effect sending(@Nullable String seen, Instant now) {
    int next = attempt + 1;
    String key = id + "." + next;
    return copy(
        EffectOutcome.SENT,
        holding,
        false,
        next,
        key,
        seen,
        null,
        repeats,
        faults,
        null,
        summary,
        now,
        null);
  }

  /**
   * @param last nothing can have been sent after that; null when nothing was sent at all
   */
  public Effect sentBy(@Nullable Instant last) {
    return copy(
        outcome,
        holding,
        needsPerson,
        attempt,
        deliveryKey,
        before,
        handle,
        repeats,
        faults,
        code,
        summary,
        last,
        endedAt);
  }

  public Effect working(String at, String note) {
    return copy(
        EffectOutcome.WORKING,
        holding,
        false,
        attempt,
        deliveryKey,
        before,
        at,
        repeats,
        0,
        null,
        note,
        sentAt,
        null);
  }

  /** Nothing was done: it may be begun again by itself. */
  public Effect notSent(String note) {
    return copy(
        EffectOutcome.INTENT,
        holding,
        false,
        attempt,
        deliveryKey,
        null,
        null,
        repeats,
        faults + 1,
        null,
        note,
        sentAt,
        null);
  }

  /** Nothing was done, because somebody else works at the same content there. */
  public Effect othersFirst(String note) {
    return copy(
        EffectOutcome.INTENT,
        holding,
        false,
        attempt,
        deliveryKey,
        null,
        null,
        repeats,
        faults + 1,
        OTHERS_FIRST,
        note,
        sentAt,
        null);
  }

  /** The target said that it did not happen, so it is sent once more. */
  public Effect repeating(String note) {
    return copy(
        EffectOutcome.INTENT,
        holding,
        false,
        attempt,
        deliveryKey,
        null,
        null,
        repeats + 1,
        0,
        null,
        note,
        sentAt,
        null);
  }

  /** No answer: from here on it is only asked about. */
  public Effect unknown(String note) {
    return copy(
        EffectOutcome.UNKNOWN,
        holding,
        false,
        attempt,
        deliveryKey,
        before,
        handle,
        repeats,
        faults + 1,
        null,
        note,
        sentAt,
        null);
  }

  /** Whoever waited for the answer is gone: from here on it is only asked about. */
  public Effect unanswered() {
    return copy(
        EffectOutcome.UNKNOWN,
        holding,
        false,
        attempt,
        deliveryKey,
        before,
        handle,
        repeats,
        faults,
        null,
        summary,
        sentAt,
        null);
  }

  /** Stops at a person and keeps the system: what was sent may still be at work there. */
  public Effect forPerson(String why, String note) {
    return copy(
        EffectOutcome.UNKNOWN,
        holding,
        true,
        attempt,
        deliveryKey,
        before,
        handle,
        repeats,
        faults,
        why,
        note,
        sentAt,
        null);
  }

  /** Over; the system is free. */
  public Effect ended(EffectOutcome how, @Nullable String why, String note, Instant now) {
    return copy(
        how,
        false,
        false,
        attempt,
        deliveryKey,
        before,
        handle,
        repeats,
        faults,
        why,
        note,
        sentAt,
        now);
  }

  /**
   * What a freeze or window held back, when nothing came after it but what was dropped with it.
   *
   * @param ofAttempt effects of one attempt of a task, in their order
   */
  public static Optional<Effect> parked(List<Effect> ofAttempt) {
    return ofAttempt.reversed().stream()
        .filter(effect -> effect.outcome() != EffectOutcome.DROPPED)
        .findFirst()
        .filter(effect -> effect.outcome() == EffectOutcome.PARKED);
  }

  private Effect copy(
      EffectOutcome outcome,
      boolean holding,
      boolean needsPerson,
      int attempt,
      @Nullable String deliveryKey,
      @Nullable String before,
      @Nullable String handle,
      int repeats,
      int faults,
      @Nullable String code,
      String summary,
      @Nullable Instant sentAt,
      @Nullable Instant endedAt) {
    return new Effect(
        id,
        seq,
        runId,
        taskId,
        taskAttempt,
        kind,
        environmentId,
        busyKey,
        holding,
        payload,
        outcome,
        needsPerson,
        attempt,
        epoch,
        deliveryKey,
        before,
        handle,
        again,
        repeats,
        faults,
        rolledBack,
        code,
        summary,
        createdAt,
        sentAt,
        endedAt);
  }

  /**
   * @param deliverables ids, in the order of delivery
   * @param options of the task, for example {@code mode=upload-only}
   */
  public record Payload(List<String> deliverables, Map<String, String> options) {
    public Payload {
      deliverables = List.copyOf(deliverables);
      options = Map.copyOf(options);
    }
  }

  /** An effect that a task wants done. */
  public record Order(
      EffectKind kind,
      @Nullable EnvironmentId environmentId,
      @Nullable String busyKey,
      Payload payload,
      List<Item> items) {

    public Order {
      items = List.copyOf(items);
    }

    /** Work that touches no registered system and may be repeated. */
    public static Order inward(EffectKind kind, Payload payload) {
      return new Order(kind, null, null, payload, List.of());
    }
  }

  /**
   * What goes to an environment by an effect.
   *
   * @param parameters digest of the values it gets there
   */
  public record Item(
      String deliverableId,
      String kind,
      String externalId,
      @Nullable String version,
      String digest,
      String parameters) {}
}

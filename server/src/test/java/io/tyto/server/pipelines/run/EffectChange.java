package io.tyto.server.pipelines.run;

import java.time.Instant;

/** A changed copy of a row. */
final class EffectChange {
  private final Effect e;
  private EffectOutcome outcome;
  private boolean holding;
  private boolean needsPerson;
  private int taskAttempt;
  private int attempt;
  private long epoch;
  private String handle;
  private boolean again;
  private int faults;
  private boolean rolledBack;
  private String code;
  private String summary;
  private Instant endedAt;

  EffectChange(Effect e) {
    this.e = e;
    outcome = e.outcome();
    holding = e.holding();
    needsPerson = e.needsPerson();
    taskAttempt = e.taskAttempt();
    attempt = e.attempt();
    epoch = e.epoch();
    handle = e.handle();
    again = e.again();
    faults = e.faults();
    rolledBack = e.rolledBack();
    code = e.code();
    summary = e.summary();
    endedAt = e.endedAt();
  }

  EffectChange outcome(EffectOutcome is) {
    outcome = is;
    return this;
  }

  EffectChange holding(boolean is) {
    holding = is;
    return this;
  }

  EffectChange epoch(long is) {
    epoch = is;
    return this;
  }

  EffectChange endedAt(Instant is) {
    endedAt = is;
    return this;
  }

  EffectChange resumed(int at, boolean onceMore) {
    needsPerson = false;
    taskAttempt = at;
    faults = 0;
    code = null;
    again |= onceMore;
    handle = onceMore ? null : handle;
    return this;
  }

  EffectChange left() {
    needsPerson = false;
    holding = false;
    return this;
  }

  EffectChange byHand(String said) {
    code = "by-hand";
    summary = said;
    attempt = 1;
    return this;
  }

  EffectChange rolledBack() {
    rolledBack = true;
    return this;
  }

  Effect made() {
    return new Effect(
        e.id(),
        e.seq(),
        e.runId(),
        e.taskId(),
        taskAttempt,
        e.kind(),
        e.environmentId(),
        e.busyKey(),
        holding,
        e.payload(),
        outcome,
        needsPerson,
        attempt,
        epoch,
        e.deliveryKey(),
        e.before(),
        handle,
        again,
        e.repeats(),
        faults,
        rolledBack,
        code,
        summary,
        e.createdAt(),
        e.sentAt(),
        endedAt);
  }
}

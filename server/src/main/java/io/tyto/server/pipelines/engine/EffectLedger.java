package io.tyto.server.pipelines.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.pipelines.work.WorkResult;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down how far an effect came, and says when to look again. Each answer is one transaction.
 */
@Component
class EffectLedger {
  /** After the target said that it did not happen. */
  static final int REPEATS = 1;

  /** Of what may be repeated without harm. */
  static final int MOST_REPEATS = 5;

  private static final int MOST_FAULTS = 12;
  private static final int LONGEST_EXCERPT = 1_000;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(100);

  /** Its system is busy as long, so that no answer may keep it for a year. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  /** Together with {@link #MOST_FAULTS}: somebody else's work is waited for half an hour. */
  private static final Duration OTHERS_PAUSE = Duration.ofSeconds(5);

  private static final Duration LONGEST_OTHERS_PAUSE = Duration.ofMinutes(5);

  private final EffectStore effects;
  private final RunStore runs;
  private final RunWriter writer;
  private final EvidenceStore evidence;
  private final Doorbell bell;
  private final TransactionTemplate tx;
  private final MeterRegistry meters;

  EffectLedger(
      EffectStore effects,
      RunStore runs,
      RunWriter writer,
      EvidenceStore evidence,
      Doorbell bell,
      TransactionTemplate tx,
      MeterRegistry meters) {
    this.effects = effects;
    this.runs = runs;
    this.writer = writer;
    this.evidence = evidence;
    this.bell = bell;
    this.tx = tx;
    this.meters = meters;
  }

  boolean repeating(Effect effect) {
    return effects.write(effect, bell.now());
  }

  /** It happened; how far it is can be polled at once. */
  Optional<Duration> happened(Effect effect, String handle) {
    return effects.write(effect.working(handle, "It happened; the answer was lost."), bell.now())
        ? Optional.of(Duration.ZERO)
        : Optional.empty();
  }

  /** The answer to sending. */
  Optional<Duration> conclude(Effect effect, WorkResult result, EffectClass kind, Terms terms) {
    return result instanceof WorkResult.Broken broken
        ? unanswered(effect, broken.fault(), kind, terms)
        : answered(effect, result);
  }

  /** The answer to a look at work that goes on; a look may be repeated. */
  Optional<Duration> polled(Effect effect, WorkResult result, Terms terms) {
    if (result instanceof WorkResult.Broken broken) {
      return cannotAsk(effect, broken.fault(), terms);
    }
    return result instanceof WorkResult.Working && terms.overdue(effect, bell.now())
        ? tooLong(
            effect, terms, "The target has been working for more than %s.".formatted(terms.said()))
        : answered(effect, result);
  }

  private Optional<Duration> tooLong(Effect effect, Terms terms, String what) {
    String cure =
        " Look there and stop it or let it end, then retry: it is asked about again, and nothing is"
            + " repeated.";
    return stop(effect, terms, "too-long", terms.goesOn() ? what : what + cure, List.of());
  }

  private Optional<Duration> answered(Effect effect, WorkResult result) {
    return switch (result) {
      case WorkResult.Done done ->
          ended(
              effect,
              EffectOutcome.DONE,
              done.warnings() ? Effect.WARNINGS : null,
              done.summary(),
              done.evidence());
      case WorkResult.Refused no ->
          ended(effect, EffectOutcome.REFUSED, no.code(), no.message(), no.evidence());
      case WorkResult.Parked parked ->
          ended(
              effect, EffectOutcome.PARKED, parked.until().toString(), parked.message(), List.of());
      case WorkResult.Working at -> later(effect, at);
      case WorkResult.Broken broken ->
          throw new IllegalStateException("No answer: " + broken.fault().kind());
    };
  }

  private Optional<Duration> later(Effect effect, WorkResult.Working at) {
    boolean mine =
        Boolean.TRUE.equals(
            tx.execute(status -> {
              Effect working = effect.working(at.handle(), at.note());
              boolean written = effects.write(working, bell.now().plus(at.lookAgainIn()));
              if (written && !at.note().equals(effect.summary())) {
                say(effect, at.note());
              }
              return written;
            }));
    return mine ? Optional.of(at.lookAgainIn()) : Optional.empty();
  }

  private void say(Effect effect, String note) {
    Run run = runs.lock(effect.runId()).orElseThrow();
    RunTask task = run.task(effect.taskId()).orElseThrow();
    if (!task.state().terminal()) {
      writer.say(task, note);
    }
    writer.refresh(run.id());
  }

  /** Nothing sent may be tried again; what may have been sent is asked about. */
  private Optional<Duration> unanswered(Effect effect, Fault fault, EffectClass kind, Terms terms) {
    boolean unsent =
        fault.kind() == Fault.Kind.UNREACHABLE || fault.kind() == Fault.Kind.TOO_MANY_REQUESTS;
    boolean open =
        fault.kind() == Fault.Kind.UNKNOWN
            || fault.kind() == Fault.Kind.UNAVAILABLE
            || fault.kind() == Fault.Kind.MALFORMED && kind != EffectClass.IDEMPOTENT;
    if (unsent || open && kind == EffectClass.IDEMPOTENT) {
      return tryAgain(effect, fault, terms);
    }
    if (open) {
      Duration pause = pause(effect, fault);
      Effect asked = effect.sentBy(bell.now()).unknown(fault.message());
      return effects.write(asked, bell.now().plus(pause)) ? Optional.of(pause) : Optional.empty();
    }
    return ended(
        effect, EffectOutcome.BROKEN, fault.kind().name(), fault.message(), excerpt(fault));
  }

  private Optional<Duration> tryAgain(Effect effect, Fault fault, Terms terms) {
    Duration pause = pause(effect, fault);
    boolean tooLate = terms.tooLateFor(effect, bell.now(), pause);
    if (tooLate || effect.faults() + 1 >= MOST_FAULTS) {
      String message = fault.message() + (tooLate ? late(terms) : "");
      return ended(effect, EffectOutcome.BROKEN, fault.kind().name(), message, excerpt(fault));
    }
    return effects.write(effect.notSent(fault.message()), bell.now().plus(pause))
        ? Optional.of(pause)
        : Optional.empty();
  }

  /**
   * Somebody else works at the same content there: nothing is sent meanwhile, and after half an
   * hour a person is asked.
   */
  Optional<Duration> othersFirst(Effect effect, String underWay) {
    if (effect.faults() + 1 >= MOST_FAULTS) {
      String message = underWay + " Nothing was sent. End it there or let it end, then Retry.";
      return ended(effect, EffectOutcome.BROKEN, Effect.OTHERS_FIRST, message, List.of());
    }
    Duration grown = OTHERS_PAUSE.multipliedBy(1L << Math.min(effect.faults(), 6));
    Duration pause = grown.compareTo(LONGEST_OTHERS_PAUSE) > 0 ? LONGEST_OTHERS_PAUSE : grown;
    String note = underWay + " It is waited for; nothing was sent.";
    boolean mine =
        Boolean.TRUE.equals(
            tx.execute(status -> {
              boolean written = effects.write(effect.othersFirst(note), bell.now().plus(pause));
              if (written && !note.equals(effect.summary())) {
                say(effect, note);
              }
              return written;
            }));
    return mine ? Optional.of(pause) : Optional.empty();
  }

  /** Looking failed: what was sent stays unknown, and after a while a person is asked. */
  Optional<Duration> cannotAsk(Effect effect, Fault fault, Terms terms) {
    boolean patient = fault.kind().retryable() || fault.kind() == Fault.Kind.UNKNOWN;
    Duration pause = pause(effect, fault);
    boolean tooLate = patient && terms.tooLateFor(effect, bell.now(), pause);
    if (!patient || tooLate || effect.faults() + 1 >= MOST_FAULTS) {
      return stop(
          effect,
          terms,
          fault.kind().name(),
          "It was sent, and the target could not be asked how it ended: "
              + fault.message()
              + (tooLate ? late(terms) : ""),
          excerpt(fault));
    }
    return effects.write(effect.unknown(fault.message()), bell.now().plus(pause))
        ? Optional.of(pause)
        : Optional.empty();
  }

  private static String late(Terms terms) {
    return " There is no time for another attempt within %s.".formatted(terms.said());
  }

  Optional<Duration> askLater(Effect effect, Duration in, Terms terms) {
    if (terms.overdue(effect, bell.now())) {
      return tooLong(effect, terms, "The target could not tell for %s.".formatted(terms.said()));
    }
    return effects.write(
            effect.unknown("Asking the target whether it happened."), bell.now().plus(in))
        ? Optional.of(in)
        : Optional.empty();
  }

  Optional<Duration> forPerson(Effect effect, List<Evidence> documents, Terms terms) {
    String what =
        "It was sent, the answer was lost, and the target cannot tell whether it happened.";
    String cure =
        " Look there: mark it done, or retry with again=true and a reason to do it once more.";
    return stop(
        effect,
        terms,
        "cannot-tell",
        (terms.goesOn() ? what : what + cure) + seen(documents),
        documents);
  }

  /** What the target did tell, so that a person need not open a document to know where to look. */
  private static String seen(List<Evidence> documents) {
    return documents.stream()
        .map(document -> "\n" + document.text().strip())
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_EXCERPT)))
        .findFirst()
        .orElse("");
  }

  /**
   * Nobody decides about a roll back, which is asked for anew, nor in a run that is over or goes on
   * in spite of it: the system is free, the evidence stays.
   */
  private Optional<Duration> stop(
      Effect effect, Terms terms, String code, String message, List<Evidence> documents) {
    tx.executeWithoutResult(status -> {
      Run run = runs.lock(effect.runId()).orElseThrow();
      boolean nobody = terms.goesOn() || effect.kind() == EffectKind.ROLL_BACK;
      boolean decided = run.task(effect.taskId()).orElseThrow().state().terminal();
      if (nobody || decided || !run.state().open()) {
        if (over(run, effect.ended(EffectOutcome.BROKEN, code, message, bell.now()), documents)) {
          bell.leaveInDoubt(effect);
        }
      } else if (effects.write(effect.forPerson(code, message), null)) {
        keep(run, effect, documents);
        runs.want(run.id());
        bell.ring(effect);
        count(effect, "UNKNOWN");
      }
    });
    return Optional.empty();
  }

  Optional<Duration> ended(
      Effect effect,
      EffectOutcome how,
      @Nullable String code,
      String message,
      List<Evidence> documents) {
    tx.executeWithoutResult(status -> {
      Run run = runs.lock(effect.runId()).orElseThrow();
      over(run, effect.ended(how, code, message, bell.now()), documents);
    });
    return Optional.empty();
  }

  /**
   * @return false when somebody else took the effect meanwhile
   */
  private boolean over(Run run, Effect ended, List<Evidence> documents) {
    if (!bell.over(ended)) {
      return false;
    }
    keep(run, ended, documents);
    runs.want(run.id());
    rolledBack(run, ended, ended.outcome(), ended.summary());
    if (!run.state().open() && ended.kind() != EffectKind.ROLL_BACK) {
      // The task of an aborted run tells how it ended.
      writer.refresh(run.id());
    }
    count(ended, ended.outcome().name());
    return true;
  }

  private void rolledBack(Run run, Effect effect, EffectOutcome how, String message) {
    if (effect.kind() != EffectKind.ROLL_BACK) {
      return;
    }
    if (how == EffectOutcome.DONE) {
      effects.markRolledBack(Objects.requireNonNull(effect.payload().options().get("of")));
    }
    RunTask task = run.task(effect.taskId()).orElseThrow();
    writer.say(
        task,
        task.message()
            + "\n"
            + (how == EffectOutcome.DONE ? "Rolled back. " : "Roll back failed: ")
            + message);
    if (how != EffectOutcome.DONE) {
      writer.tellPeople(task, TaskCameToRest.Why.FAILED);
    }
    writer.refresh(run.id());
  }

  private void keep(Run run, Effect effect, List<Evidence> documents) {
    RunTask task = run.task(effect.taskId()).orElseThrow();
    documents.forEach(document -> evidence.add(task, effect.id(), document));
    writer.audit(
        run,
        Actor.SYSTEM,
        "effect-ended",
        Map.of(
            "effect",
            effect.id(),
            "kind",
            effect.kind().name(),
            "attempt",
            effect.attempt(),
            "deliveryKey",
            Objects.requireNonNullElse(effect.deliveryKey(), "")));
  }

  private void count(Effect effect, String outcome) {
    meters.counter("tyto.effects", "kind", effect.kind().name(), "outcome", outcome).increment();
  }

  private static List<Evidence> excerpt(Fault fault) {
    return fault.excerpt() == null
        ? List.of()
        : List.of(new Evidence("answer.txt", "text/plain", fault.excerpt()));
  }

  /** 1 s, 2 s, 4 s ... 100 s; what the other side asked for wins, up to an hour. */
  private static Duration pause(Effect effect, Fault fault) {
    Duration asked = fault.retryAfter();
    if (asked != null) {
      return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
    Duration grown = Duration.ofSeconds(1L << Math.min(effect.faults(), 7));
    return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
  }
}

package io.tyto.server.pipelines.engine;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.work.EffectWorker;
import io.tyto.server.pipelines.work.Fence;
import io.tyto.server.pipelines.work.FencedOffException;
import io.tyto.server.pipelines.work.Job;
import io.tyto.server.pipelines.work.WorkResult;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * One turn of an effect: claim, look, write down that it is being sent, send, write down the
 * outcome. What was sent and not answered is only asked about. Holds no transaction while the
 * outside works.
 */
@Component
public class EffectTurn {
  private static final Logger LOG = LoggerFactory.getLogger(EffectTurn.class);

  private final EffectStore effects;
  private final RunStore runs;
  private final TaskContexts contexts;
  private final Map<EffectKind, EffectWorker> workers;
  private final Admission admission;
  private final EffectLedger ledger;
  private final Clock clock;

  EffectTurn(
      EffectStore effects,
      RunStore runs,
      TaskContexts contexts,
      List<EffectWorker> workers,
      Admission admission,
      EffectLedger ledger,
      Clock clock) {
    this.effects = effects;
    this.runs = runs;
    this.contexts = contexts;
    this.workers =
        workers.stream().collect(Collectors.toMap(EffectWorker::kind, Function.identity()));
    this.admission = admission;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @return when to look again; empty when it is over, stopped at a person or somebody else's
   */
  public Optional<Duration> take(String effectId) {
    Optional<Effect> taken = effects.take(effectId);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    try (MDC.MDCCloseable run = MDC.putCloseable("run", taken.get().runId())) {
      return goOn(taken.get());
    }
  }

  private Optional<Duration> goOn(Effect effect) {
    return switch (effect.outcome()) {
      case NONE, INTENT -> admit(effect);
      case SENT -> takenOver(effect);
      case WORKING -> poll(effect);
      case UNKNOWN -> effect.handle() == null ? clearUp(effect) : poll(effect);
      case DONE, REFUSED, BROKEN, PARKED, DROPPED -> Optional.empty();
    };
  }

  /** Whoever sent it is gone, and was fenced off when we took it: nothing is sent after now. */
  private Optional<Duration> takenOver(Effect effect) {
    Effect asked = effect.sentBy(clock.instant()).unanswered();
    return ledger.repeating(asked) ? clearUp(asked) : Optional.empty();
  }

  private Optional<Duration> admit(Effect effect) {
    Admission.Answer answer;
    try {
      answer = admission.ask(effect);
    } catch (Refusal impossible) {
      // Its landscape or its environment is not what it was: a person is told instead of nobody.
      return ledger.ended(
          effect,
          EffectOutcome.REFUSED,
          impossible.code().code(),
          String.valueOf(impossible.getMessage()),
          List.of());
    }
    return switch (answer) {
      case Admission.Answer.Go go -> act(go.effect(), go.run());
      case Admission.Answer.Later later -> Optional.of(later.in());
      case Admission.Answer.Never never -> Optional.empty();
    };
  }

  private Optional<Duration> act(Effect effect, Run run) {
    EffectWorker worker = worker(effect);
    Job job = job(effect, run);
    Terms terms = Terms.of(job.context().spec());
    Before seen;
    try {
      seen = worker.look(job);
    } catch (RuntimeException thrown) {
      WorkResult unseen = unsent(effect, thrown);
      admission.heard(effect, unseen);
      return ledger.conclude(effect, unseen, EffectClass.IDEMPOTENT, terms);
    }
    if (seen.underWay() != null && !effect.again()) {
      return ledger.othersFirst(effect, seen.underWay());
    }
    Effect sending = effect.sending(seen.value(), clock.instant());
    if (!admission.sends(effect, sending)) {
      return Optional.empty();
    }
    Job sent = new Job(job.context(), sending, fence(sending));
    WorkResult result = attempt(sending, () -> worker.start(sent));
    admission.heard(sending, result);
    Effect after = result.unsent() ? sending.sentBy(effect.sentAt()) : sending;
    return ledger.conclude(after, result, classOf(worker, sent), terms);
  }

  private Optional<Duration> poll(Effect effect) {
    Job job = job(effect);
    String handle = Objects.requireNonNull(effect.handle());
    WorkResult result = looked(effect, () -> worker(effect).poll(job, handle));
    return ledger.polled(effect, result, Terms.of(job.context().spec()));
  }

  /** It may have happened. What may be repeated is repeated, about anything else we ask. */
  private Optional<Duration> clearUp(Effect effect) {
    EffectWorker worker = worker(effect);
    Job job = job(effect);
    Terms terms = Terms.of(job.context().spec());
    if (classOf(worker, job) == EffectClass.IDEMPOTENT) {
      return again(effect, "Answer lost; repeated, which does no harm.");
    }
    Finding finding;
    try {
      finding = worker.find(job, Objects.requireNonNullElse(effect.before(), ""));
    } catch (FaultException fault) {
      return ledger.cannotAsk(effect, fault.fault(), terms);
    } catch (RuntimeException bug) {
      return ledger.cannotAsk(effect, bug(effect, bug), terms);
    }
    return switch (finding) {
      case Finding.Happened happened -> ledger.happened(effect, happened.handle().value());
      case Finding.DidNot didNot when effect.repeats() < EffectLedger.REPEATS ->
          again(effect, "It did not happen (" + didNot.why() + "), so it is sent once more.");
      case Finding.DidNot didNot ->
          ledger.ended(
              effect,
              EffectOutcome.BROKEN,
              "did-not-happen",
              "Sent twice, and the target says that it did not happen: " + didNot.why(),
              List.of());
      case Finding.TooEarly early -> ledger.askLater(effect, early.lookAgainIn(), terms);
      case Finding.CannotTell cannot -> ledger.forPerson(effect, cannot.evidence(), terms);
    };
  }

  private Optional<Duration> again(Effect effect, String why) {
    return effect.repeats() >= EffectLedger.MOST_REPEATS
        ? ledger.ended(
            effect,
            EffectOutcome.BROKEN,
            "no-answer",
            "No answer in %d attempts.".formatted(effect.repeats() + 1),
            List.of())
        : ledger.repeating(effect.repeating(why)) ? Optional.of(Duration.ZERO) : Optional.empty();
  }

  private WorkResult attempt(Effect effect, Supplier<WorkResult> call) {
    try {
      return call.get();
    } catch (Refusal | FaultException said) {
      return unsent(effect, said);
    } catch (FencedOffException elsewhere) {
      LOG.info("Effect {} of run {} goes on elsewhere", effect.id(), effect.runId());
      return new WorkResult.Broken(
          Fault.of(Fault.Kind.UNKNOWN, String.valueOf(elsewhere.getMessage())));
    } catch (RuntimeException bug) {
      return new WorkResult.Broken(bug(effect, bug));
    }
  }

  /** A look that our own side refuses says nothing about the work that goes on. */
  private WorkResult looked(Effect effect, Supplier<WorkResult> look) {
    return attempt(
        effect,
        () -> {
          try {
            return look.get();
          } catch (Refusal ours) {
            return new WorkResult.Broken(
                Fault.of(Fault.Kind.FORBIDDEN, String.valueOf(ours.getMessage())));
          }
        });
  }

  private WorkResult unsent(Effect effect, RuntimeException thrown) {
    return switch (thrown) {
      case Refusal refusal ->
          WorkResult.refused(refusal.code().code(), String.valueOf(refusal.getMessage()));
      case FaultException fault -> new WorkResult.Broken(fault.fault());
      default -> new WorkResult.Broken(bug(effect, thrown));
    };
  }

  private static Fault bug(Effect effect, RuntimeException bug) {
    LOG.error("Effect {} of run {} met an error of our own", effect.id(), effect.runId(), bug);
    return Fault.of(
        Fault.Kind.MALFORMED, "Tyto met an error of its own here; the server's log tells more.");
  }

  /** A target that cannot even be described is treated with the most care: a person looks. */
  private static EffectClass classOf(EffectWorker worker, Job job) {
    try {
      return worker.effectClass(job);
    } catch (RuntimeException unknowable) {
      LOG.warn("Target of effect {} cannot be described", job.effect().id(), unknowable);
      return EffectClass.NEITHER;
    }
  }

  private EffectWorker worker(Effect effect) {
    return Objects.requireNonNull(workers.get(effect.kind()), effect.kind().name());
  }

  private Job job(Effect effect) {
    return job(effect, runs.find(effect.runId()).orElseThrow());
  }

  private Job job(Effect effect, Run run) {
    return new Job(
        contexts.of(run, run.task(effect.taskId()).orElseThrow()), effect, fence(effect));
  }

  /** As long as nobody took the effect after us. */
  private Fence fence(Effect effect) {
    return new Fence(() ->
        effects
            .find(effect.id())
            .filter(now -> now.epoch() == effect.epoch() && now.outcome().open())
            .isPresent());
  }
}

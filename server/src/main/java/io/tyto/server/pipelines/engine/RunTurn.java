package io.tyto.server.pipelines.engine;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunDecision;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.StaleMoveException;
import io.tyto.server.pipelines.task.Step;
import io.tyto.server.pipelines.task.TaskContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One turn of a run: decision after decision, each in a transaction that holds the run's lock. */
@Component
public class RunTurn {
  private static final Logger LOG = LoggerFactory.getLogger(RunTurn.class);

  /** A turn that finds more to do than this has a bug; the next one goes on. */
  private static final int MOST = 1_000;

  private final RunStore runs;
  private final Steps steps;
  private final Wake wake;
  private final TransactionTemplate tx;
  private final Clock clock;

  RunTurn(RunStore runs, Steps steps, Wake wake, TransactionTemplate tx, Clock clock) {
    this.runs = runs;
    this.steps = steps;
    this.wake = wake;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * @return when a wait ends by itself
   */
  public Optional<Instant> take(String runId) {
    Turn turn = new Turn(runId);
    for (int i = 0; i < MOST && one(turn); i++) {
      LOG.trace("Decision {} of run {}", i, runId);
    }
    return Optional.ofNullable(turn.rests).flatMap(Run::wakeAt);
  }

  /**
   * @return false when nothing is left to do
   */
  private boolean one(Turn turn) {
    String runId = turn.runId;
    Chosen chosen = new Chosen();
    try {
      return Boolean.TRUE.equals(tx.execute(status -> applyNext(turn, chosen)));
    } catch (StaleMoveException somebodyWasFirst) {
      turn.begun.clear();
      return true;
    } catch (Refusal refusal) {
      turn.begun.clear();
      fail(runId, chosen, new Step.Refused(String.valueOf(refusal.getMessage())));
    } catch (DataAccessException | TransactionException database) {
      throw database;
    } catch (RuntimeException bug) {
      LOG.error("A task of run {} could not be taken on", runId, bug);
      turn.begun.clear();
      fail(
          runId,
          chosen,
          new Step.Broken(
              "Tyto could not take this on because of an error of its own; the server's log tells"
                  + " more."));
    }
    return true;
  }

  private boolean applyNext(Turn turn, Chosen chosen) {
    Optional<Run> found = runs.lock(turn.runId);
    if (found.isEmpty()) {
      return false;
    }
    Run run = found.get();
    Optional<RunDecision> next = next(turn, run);
    if (next.isEmpty()) {
      return false;
    }
    Run after =
        switch (next.get()) {
          case RunDecision.Start start -> steps.begin(chosen.is(run, start.task()));
          case RunDecision.Resume resume -> steps.resume(chosen.is(run, resume.task()));
          case RunDecision.Settle settle -> steps.settle(chosen.is(run, settle.task()));
          case RunDecision.Begin begin -> throw new IllegalStateException("Begun: " + begin);
        };
    return next(turn, after).isPresent();
  }

  /** Has ordered effects begin, and finds what is to be decided after that. */
  private Optional<RunDecision> next(Turn turn, Run run) {
    turn.rests = run;
    List<RunDecision> decisions = run.next(clock.instant());
    decisions.forEach(decision -> {
      if (decision instanceof RunDecision.Begin(Effect effect) && turn.begun.add(effect.id())) {
        wake.effect(effect.id());
      }
    });
    return decisions.stream().filter(d -> !(d instanceof RunDecision.Begin)).findFirst();
  }

  private void fail(String runId, Chosen chosen, Step failure) {
    tx.executeWithoutResult(status -> {
      Run run = runs.lock(runId).orElseThrow();
      RunTask before = chosen.task;
      if (before == null) {
        throw new IllegalStateException("No task of run " + runId + " was chosen");
      }
      run.task(before.id())
          .filter(task -> task.state() == before.state())
          .ifPresent(task -> steps.apply(run, task, chosen.goesOn ? failure.inSpite() : failure));
    });
  }

  /** What a turn remembers from one decision to the next. */
  private static final class Turn {
    private final String runId;

    /** Effects that this turn had begin; forgotten when their transaction was rolled back. */
    private final Set<String> begun = new HashSet<>();

    /** The run as the last decision left it. */
    private @Nullable Run rests;

    Turn(String runId) {
      this.runId = runId;
    }
  }

  /** Remembers the task across a transaction that was rolled back. */
  private final class Chosen {
    private @Nullable RunTask task;
    private boolean goesOn;

    TaskContext is(Run run, RunTask chosen) {
      task = chosen;
      TaskContext context = steps.context(run, chosen);
      goesOn = context.spec().continueOnFailure();
      return context;
    }
  }
}

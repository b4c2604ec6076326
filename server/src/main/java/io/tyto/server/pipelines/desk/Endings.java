package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.engine.Doorbell;
import io.tyto.server.pipelines.engine.Steps;
import io.tyto.server.pipelines.engine.Wake;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.spi.delivery.Evidence;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ends runs before their time, and waits by a message. In the caller's transaction. */
@Component
public class Endings {
  private static final int MESSAGE = 100_000;

  private final RunStore runs;
  private final RunWriter writer;
  private final EffectStore effects;
  private final Marks marks;
  private final Steps steps;
  private final Doorbell bell;
  private final Wake wake;

  Endings(
      RunStore runs,
      RunWriter writer,
      EffectStore effects,
      Marks marks,
      Steps steps,
      Doorbell bell,
      Wake wake) {
    this.runs = runs;
    this.writer = writer;
    this.effects = effects;
    this.marks = marks;
    this.steps = steps;
    this.bell = bell;
    this.wake = wake;
  }

  /** What an ending leaves behind. */
  @Component
  record Marks(EvidenceStore evidence, LateApprovals late) {}

  /** Something happened in the run: somebody looks at it, even if a turn is being taken now. */
  public void wake(Run run) {
    runs.want(run.id());
    wake.run(run.id());
  }

  void abort(Run run, String why, Actor by) {
    if (run.state() == RunState.ABORTED) {
      return;
    }
    if (!run.state().open()) {
      throw new Refusal(
          RunRefusal.RUN_OVER,
          "This run has ended (%s); there is nothing to abort.".formatted(run.state()));
    }
    String message = "Aborted by %s: %s".formatted(by.name(), why);
    stopTasks(run, message, by, why);
    writer.markAborted(run);
    writer.audit(run, by, "run-aborted", Map.of("reason", why));
    writer.refresh(run.id());
    wake(run);
  }

  /** A new candidate takes over. */
  public void supersede(Run run, String byRun, Actor by) {
    stopTasks(run, "A new candidate took over.", by, "");
    writer.markSuperseded(run, byRun);
    writer.audit(run, by, "run-superseded", Map.of("by", byRun));
    writer.refresh(run.id());
    wake(run);
  }

  /** What is at work at a target goes on being watched; its system stays busy until it ends. */
  private void stopTasks(Run run, String message, Actor by, String why) {
    marks.late().ends(run, by, message);
    for (RunTask task : run.tasks()) {
      if (!task.state().terminal()) {
        writer.move(run, task, Move.to(TaskState.ABORTED, message), by, why);
        effects.dropUnbegun(task.id());
      }
    }
    for (Effect effect : run.effects()) {
      if (effect.needsPerson()) {
        bell.abandon(effect);
      } else if (effect.outcome() == EffectOutcome.INTENT) {
        // Nothing was sent; it may be far from its next attempt, and its system is free at once.
        wake.effect(effect.id());
      } else {
        bell.next(effect);
      }
    }
  }

  /** A message that nobody waits for any more changes nothing. */
  void arrived(TaskContext context, String body) {
    if (!context.task().waitsFor(WaitReason.MESSAGE)) {
      return;
    }
    String text = body.substring(0, Math.min(MESSAGE, body.length()));
    marks.evidence().add(context.task(), null, new Evidence("message.txt", "text/plain", text));
    steps.move(
        context.run(),
        context.task(),
        Move.to(TaskState.DONE, "The message came."),
        Actor.SYSTEM,
        "");
    wake(context.run());
  }
}

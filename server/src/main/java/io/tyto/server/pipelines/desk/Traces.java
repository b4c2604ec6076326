package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.BackupStore;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps who did what and why. */
@Component
class Traces {
  private final VerdictStore verdicts;
  private final BackupStore backups;
  private final RunWriter writer;

  Traces(VerdictStore verdicts, BackupStore backups, RunWriter writer) {
    this.verdicts = verdicts;
    this.backups = backups;
    this.writer = writer;
  }

  List<String> withBackup(Run run) {
    return backups.effectsWithBackup(run.id());
  }

  List<Bypass> bypasses(Run run) {
    return verdicts.bypassesOf(run.id());
  }

  /** Approvals, rejections and completions have written their own decision already. */
  void remember(TaskContext context, RunAction action, ActionOrder order, Actor by, String digest) {
    Verdict.Kind kind =
        switch (action) {
          case RETRY -> Verdict.Kind.RETRIED;
          case SKIP -> Verdict.Kind.SKIPPED;
          case MARK_DONE -> Verdict.Kind.MARKED_DONE;
          case ROLL_BACK -> Verdict.Kind.ROLLED_BACK;
          case APPROVE, REJECT, COMPLETE -> null;
        };
    if (kind != null) {
      verdicts.add(context.task(), kind, by, order.why(), digest);
    }
    writer.audit(
        context.run(),
        by,
        "task-" + action.word(),
        Map.of(
            "task", context.task().name(),
            "stage", context.task().stage(),
            "attempt", context.task().attempt(),
            "reason", order.why(),
            "digest", digest));
  }
}

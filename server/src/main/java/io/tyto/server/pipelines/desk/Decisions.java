package io.tyto.server.pipelines.desk;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.engine.Steps;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.DeployTask;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.spi.delivery.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Approve, reject, complete. In the caller's transaction, which holds the run's lock. */
@Component
class Decisions {
  /** Return codes above this stop an import at a person. */
  private static final int FINE = 4;

  private final VerdictStore verdicts;
  private final EvidenceStore evidence;
  private final EffectStore effects;
  private final Steps steps;
  private final RunWriter writer;
  private final DeployTask deploy;
  private final Shipments shipments;

  Decisions(
      VerdictStore verdicts,
      EvidenceStore evidence,
      EffectStore effects,
      Steps steps,
      RunWriter writer,
      DeployTask deploy,
      Shipments shipments) {
    this.verdicts = verdicts;
    this.evidence = evidence;
    this.effects = effects;
    this.steps = steps;
    this.writer = writer;
    this.deploy = deploy;
    this.shipments = shipments;
  }

  /**
   * What is decided on, and for whom.
   *
   * @param digest what the approval is bound to
   * @param behalf null for one's own decision
   */
  record Subject(String digest, VerdictStore.@Nullable Behalf behalf) {}

  void approve(TaskContext context, ActionOrder order, Actor by, Subject on) {
    TaskSpec.Approve rule = context.spec(TaskSpec.Approve.class);
    if (order.digest() != null && !order.digest().equals(on.digest())) {
      throw new Refusal(
          RunRefusal.APPROVAL_OUTDATED,
          "What would be deployed has changed since you looked: deliverables, target or"
              + " parameters. Look again, then decide.");
    }
    if (rule.messageRequired()) {
      requireReason(order);
    }
    if (rule.evidenceRequired() && order.attachments().isEmpty()) {
      throw Refusal.at(
          "evidence", RunRefusal.EVIDENCE_REQUIRED, "Attach what your approval rests on.");
    }
    attach(context, order);
    verdicts.add(context.task(), Verdict.Kind.APPROVED, by, on.behalf(), order.why(), on.digest());
    String me = on.behalf() == null ? by.name() : by.name() + " for " + on.behalf().name();
    List<String> names =
        Stream.concat(
                context.verdictsHere().stream()
                    .filter(v -> v.kind() == Verdict.Kind.APPROVED)
                    .filter(v -> v.digest().equals(on.digest()))
                    .map(Verdict::by),
                Stream.of(me))
            .toList();
    String list = String.join(", ", names);
    if (!context.task().waitsFor(WaitReason.APPROVAL)) {
      say(context, "Approved ahead by %s (%d of %d).".formatted(list, names.size(), rule.min()));
    } else if (names.size() >= rule.min()) {
      move(context, TaskState.DONE, "Approved by " + list + ".", by, order);
    } else {
      say(context, "%d of %d approvals: %s.".formatted(names.size(), rule.min(), list));
    }
  }

  private void say(TaskContext context, String message) {
    writer.say(context.task(), message);
    writer.refresh(context.run().id());
  }

  private void attach(TaskContext context, ActionOrder order) {
    order.attachments().stream()
        .map(a -> new Evidence(a.name(), "text/plain", a.text()))
        .forEach(document -> evidence.add(context.task(), null, document));
  }

  void reject(TaskContext context, ActionOrder order, Actor by, Subject on) {
    requireReason(order);
    verdicts.add(context.task(), Verdict.Kind.REJECTED, by, on.behalf(), order.why(), on.digest());
    String me = on.behalf() == null ? by.name() : by.name() + " for " + on.behalf().name();
    move(context, TaskState.REFUSED, "Rejected by %s: %s".formatted(me, order.why()), by, order);
  }

  void complete(TaskContext context, ActionOrder order, Actor by) {
    attach(context, order);
    if (context.spec() instanceof TaskSpec.Deploy) {
      completeByHand(context, order, by);
      return;
    }
    if (context.spec() instanceof TaskSpec.Manual manual
        && manual.evidenceRequired()
        && order.attachments().isEmpty()) {
      throw Refusal.at(
          "evidence", RunRefusal.EVIDENCE_REQUIRED, "Attach what shows that it was done.");
    }
    checklist(context, order);
    verdicts.add(context.task(), Verdict.Kind.COMPLETED, by, order.why(), "");
    move(context, TaskState.DONE, "Completed by " + by.name() + ".", by, order);
  }

  /** Every line is ticked, or it is not done; the ticks stay as evidence. */
  private void checklist(TaskContext context, ActionOrder order) {
    if (!(context.spec() instanceof TaskSpec.Manual manual) || manual.checklist().isEmpty()) {
      return;
    }
    List<String> open =
        manual.checklist().stream().filter(line -> !order.ticked().contains(line)).toList();
    if (!open.isEmpty()) {
      throw Refusal.at(
          "checklist",
          RunRefusal.CHECKLIST_OPEN,
          "Not ticked yet: %s.".formatted(String.join("; ", open)));
    }
    String text =
        manual.checklist().stream().map(line -> "[x] " + line).collect(Collectors.joining("\n"));
    evidence.add(context.task(), null, new Evidence("checklist.txt", "text/plain", text));
  }

  /** An import by a person: each request needs its return code. */
  private void completeByHand(TaskContext context, ActionOrder order, Actor by) {
    List<String> lines = new ArrayList<>();
    int worst = 0;
    for (Target target : deploy.targetsOf(context)) {
      List<Deliverable> fine = new ArrayList<>();
      for (Deliverable deliverable : shipments.forHand(context, target)) {
        int code = codeOf(order, deliverable);
        worst = Math.max(worst, code);
        lines.add(
            "%s %s: return code %d"
                .formatted(target.environment().name(), Shipments.externalId(deliverable), code));
        if (code <= FINE) {
          fine.add(deliverable);
        }
      }
      if (!fine.isEmpty()) {
        effects.addDone(
            context.task(),
            shipments.handOrder(target.environment().id(), fine),
            "Imported by %s by hand.".formatted(by.name()));
      }
    }
    String text = lines.stream().collect(Collectors.joining("\n"));
    evidence.add(context.task(), null, new Evidence("return-codes.txt", "text/plain", text));
    verdicts.add(context.task(), Verdict.Kind.COMPLETED, by, order.why(), "");
    move(
        context,
        worst <= FINE ? TaskState.DONE : TaskState.REFUSED,
        "Imported by hand by %s.\n%s".formatted(by.name(), text),
        by,
        order);
  }

  private static int codeOf(ActionOrder order, Deliverable deliverable) {
    String id = Shipments.externalId(deliverable);
    return order.codes().stream()
        .filter(code -> code.externalId().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(() ->
            Refusal.at(
                "returnCodes",
                RunRefusal.EVIDENCE_REQUIRED,
                "Enter the return code of %s.".formatted(id)))
        .code();
  }

  private void move(
      TaskContext context, TaskState to, String message, Actor by, ActionOrder order) {
    steps.move(context.run(), context.task(), Move.to(to, message), by, order.why());
  }

  static void requireReason(ActionOrder order) {
    if (order.why().isEmpty()) {
      throw Refusal.at(
          "reason", RunRefusal.REASON_REQUIRED, "Give a reason; it stays with the run.");
    }
  }
}

package io.tyto.server.pipelines.desk;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.approval.Decider;
import io.tyto.server.pipelines.approval.People;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.task.ApprovalScope;
import io.tyto.server.pipelines.task.Approvers;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may do what with a task that allows it. */
@Component
class Rights {
  private final Access access;
  private final Approvers approvers;
  private final ApprovalScope scope;
  private final People people;

  Rights(Access access, Approvers approvers, ApprovalScope scope, People people) {
    this.access = access;
    this.approvers = approvers;
    this.scope = scope;
    this.people = people;
  }

  /** Why this caller may not; empty when the caller may. */
  Optional<Refusal> objection(TaskContext context, RunAction action, Actor caller) {
    Permission needed = permission(action);
    if (!access.may(caller.id(), needed, context.project())) {
      return Optional.of(
          new Refusal(RunRefusal.NOT_YOURS, "Your roles in this project do not include this."));
    }
    return switch (context.spec()) {
      case TaskSpec.Approve rule when decides(action) -> onApproval(context, caller);
      case TaskSpec.Manual manual when action == RunAction.COMPLETE || decides(action) ->
          named(context, manual.by(), caller);
      default -> Optional.empty();
    };
  }

  private Optional<Refusal> onApproval(TaskContext context, Actor caller) {
    try {
      return Optional.ofNullable(approvers.ask(context, caller, digest(context)).refusal());
    } catch (Refusal targetsUnknown) {
      return Optional.of(targetsUnknown);
    }
  }

  /** Whom an approval is offered to now. */
  List<String> offered(TaskContext context) {
    return approvers.offered(context);
  }

  /** For whom the caller would decide as a deputy; null when for themselves. */
  VerdictStore.@Nullable Behalf behalf(TaskContext context, Actor caller, String digest) {
    Decider decider = approvers.ask(context, caller, digest).decider();
    UserId principal = decider == null ? null : decider.principal();
    return principal == null ? null : new VerdictStore.Behalf(principal, people.name(principal));
  }

  private Optional<Refusal> named(TaskContext context, List<String> by, Actor caller) {
    return by.isEmpty() || people.named(context.project(), by, caller.id())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                RunRefusal.NOT_YOURS,
                "This is for %s to complete.".formatted(String.join(", ", by))));
  }

  boolean mayAbort(TaskContext context, Actor caller) {
    return access.may(caller.id(), Permission.RUNS_CONTROL, context.project());
  }

  /** What an approval of this task is bound to, as things are now. */
  String digest(TaskContext context) {
    return scope.digest(
        context.project(),
        context.pipeline().definition(),
        Objects.requireNonNullElse(context.task().definedAs(), ""),
        context.candidate());
  }

  private static boolean decides(RunAction action) {
    return action == RunAction.APPROVE || action == RunAction.REJECT;
  }

  private static Permission permission(RunAction action) {
    return switch (action) {
      case APPROVE, REJECT, COMPLETE -> Permission.TASKS_DECIDE;
      case RETRY, SKIP, MARK_DONE, ROLL_BACK -> Permission.RUNS_CONTROL;
    };
  }
}

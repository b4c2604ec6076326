package io.tyto.server.pipelines.desk;

import io.tyto.server.identity.Deputies;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.Audience;
import io.tyto.server.pipelines.TaskCameToRest.Why;
import io.tyto.server.pipelines.desk.Concerns.Reason;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.NoticeStore;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds whom a task concerns by asking for each member what the page would offer. */
@Component
class AudienceDesk implements Audience {
  private final RunStore runs;
  private final TaskContexts contexts;
  private final Concerns concerns;
  private final NoticeStore notices;
  private final VerdictStore verdicts;
  private final Members members;
  private final WorkItems items;

  AudienceDesk(
      RunStore runs,
      TaskContexts contexts,
      Concerns concerns,
      NoticeStore notices,
      VerdictStore verdicts,
      Members members,
      WorkItems items) {
    this.runs = runs;
    this.contexts = contexts;
    this.concerns = concerns;
    this.notices = notices;
    this.verdicts = verdicts;
    this.members = members;
    this.items = items;
  }

  /** People of a project. */
  @Component
  record Members(Projects projects, Users users, Deputies deputies) {

    /** With those who stand in for one of them now, who may still sign in. */
    List<Actor> of(TaskContext context) {
      ProjectKey project = context.project();
      Set<UserId> found = new LinkedHashSet<>();
      for (ProjectRole role : ProjectRole.values()) {
        found.addAll(projects.membersWith(project, role));
      }
      for (UserId member : List.copyOf(found)) {
        found.addAll(deputies.deputiesOf(member, context.now()));
      }
      found.addAll(readers(project, context.promoters()));
      return actors(found);
    }

    List<Actor> actors(Set<UserId> found) {
      return users.all(found).stream()
          .filter(user -> !user.locked())
          .map(user -> new Actor(user.id(), user.name(), Actor.Kind.PERSON))
          .toList();
    }

    Set<UserId> readers(ProjectKey project, Set<UserId> of) {
      return of.stream()
          .filter(user -> projects.ifReadable(project, user).isPresent())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Override
  public Set<UserId> of(String runId, String taskId, Why why) {
    return why == Why.NOTICE
        ? noticedBy(runId, taskId)
        : context(runId, taskId)
            .map(context -> among(members.of(context), context, why))
            .orElse(Set.of());
  }

  @Override
  public boolean includes(String runId, String taskId, Why why, UserId user) {
    return why == Why.NOTICE
        ? noticedBy(runId, taskId).contains(user)
        : context(runId, taskId)
            .filter(context ->
                !among(
                        members.actors(members.readers(context.project(), Set.of(user))),
                        context,
                        why)
                    .isEmpty())
            .isPresent();
  }

  private Set<UserId> among(List<Actor> people, TaskContext context, Why why) {
    List<Bypass> wishes = verdicts.bypassesOf(context.run().id());
    return people.stream()
        .filter(person ->
            concerns.of(context, person, wishes).stream()
                .anyMatch(concern -> reasons(why).contains(concern.reason())))
        .map(Actor::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Reason> reasons(Why why) {
    return switch (why) {
      case APPROVAL, BY_HAND -> Set.of(Reason.APPROVAL, Reason.MANUAL);
      case FAILED -> Set.of(Reason.STOPPED, Reason.RETURNED, Reason.ROLL_BACK);
      case SECOND_PERSON -> Set.of(Reason.SECOND_PERSON);
      case NOTICE -> Set.of();
    };
  }

  private Optional<TaskContext> context(String runId, String taskId) {
    Optional<Run> run = runs.find(runId);
    return run.flatMap(found -> found.task(taskId).map(task -> contexts.of(found, task)));
  }

  private Set<UserId> noticedBy(String runId, String taskId) {
    return runs.find(runId)
        .map(run -> members.readers(run.header().project(), notices.receiversOf(taskId)))
        .orElse(Set.of());
  }

  @Override
  public Optional<Subject> subject(String runId, String taskId) {
    return runs.find(runId).flatMap(run -> run.task(taskId).map(task -> subject(run, task)));
  }

  private Subject subject(Run run, RunTask task) {
    var item = run.header().workItem();
    String title =
        Objects.requireNonNullElseGet(
            run.header().load().packageName(),
            () -> items.titles(List.of(item)).getOrDefault(item, ""));
    return new Subject(
        run.header().project().value(),
        item.value(),
        title,
        task.stage(),
        task.name(),
        task.state().name(),
        task.attempt());
  }
}

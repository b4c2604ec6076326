package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.MyTasks;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.NoticeStore;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what waits for a person: decisions, manual work, what came back, notices. */
@Component
class MyTasksDesk implements MyTasks {
  private static final Duration NOTICES = Duration.ofDays(14);

  private final RunStore runs;
  private final TaskContexts contexts;
  private final Concerns concerns;
  private final Trace trace;
  private final Projects projects;
  private final WorkItems items;
  private final Clock clock;

  /** What people left behind. */
  @Component
  record Trace(NoticeStore notices, VerdictStore verdicts) {}

  MyTasksDesk(
      RunStore runs,
      TaskContexts contexts,
      Concerns concerns,
      Trace trace,
      Projects projects,
      WorkItems items,
      Clock clock) {
    this.runs = runs;
    this.contexts = contexts;
    this.concerns = concerns;
    this.trace = trace;
    this.projects = projects;
    this.items = items;
    this.clock = clock;
  }

  @Override
  public List<Item> of(Actor caller) {
    List<String> readable =
        projects.readableBy(caller.id()).stream().map(ProjectKey::value).toList();
    Instant now = clock.instant();
    List<Item> found = new ArrayList<>();
    if (!readable.isEmpty()) {
      List<Bypass> wishes = trace.verdicts().unconfirmed(readable);
      Stream.concat(
              runs.restingForPeople(readable).stream(),
              runs.failedToRollBack(readable, now.minus(Concerns.ROLL_BACKS)).stream())
          .distinct()
          .flatMap(id -> runs.find(id).stream())
          .forEach(run -> found.addAll(inRun(run, caller, wishes)));
    }
    trace.notices().since(caller.id(), now.minus(NOTICES)).stream()
        .map(MyTasksDesk::notice)
        .forEach(found::add);
    found.sort(
        Comparator.comparing(item -> Objects.requireNonNullElse(item.since(), Instant.EPOCH)));
    return titled(found);
  }

  private List<Item> titled(List<Item> found) {
    Map<WorkItemId, String> titles =
        items.titles(found.stream().map(item -> new WorkItemId(item.workItemId())).toList());
    return found.stream()
        .map(item ->
            item.title().isEmpty()
                ? item.titled(titles.getOrDefault(new WorkItemId(item.workItemId()), ""))
                : item)
        .toList();
  }

  private List<Item> inRun(Run run, Actor caller, List<Bypass> wishes) {
    return contexts.all(run).stream()
        .flatMap(context ->
            concerns.of(context, caller, wishes).stream().map(concern -> item(context, concern)))
        .toList();
  }

  private static Item item(TaskContext context, Concerns.Concern concern) {
    RunTask task = context.task();
    return new Item(
        concern.reason().word(),
        context.project().value(),
        context.run().header().workItem().value(),
        packed(context.run().header()),
        task.runId(),
        task.id(),
        task.stage(),
        task.name(),
        concern.message(),
        concern.since(),
        concern.actions(),
        concern.behalf(),
        context.run().header().changeType().name());
  }

  /** A package names itself and its items; a work item by itself gets its title later. */
  private static String packed(RunHeader header) {
    String name = header.load().packageName();
    return name == null
        ? ""
        : "%s: %s"
            .formatted(
                name,
                header.load().items().stream()
                    .map(WorkItemId::value)
                    .collect(Collectors.joining(", ")));
  }

  private static Item notice(NoticeStore.Notice notice) {
    return new Item(
        "notice",
        notice.project(),
        notice.workItem(),
        "",
        notice.runId(),
        notice.taskId(),
        notice.stage(),
        notice.task(),
        notice.text(),
        notice.at(),
        List.of(),
        null,
        ChangeType.NORMAL.name());
  }
}

package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.RunView.TaskView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One task of a kind, a deployment behind it, and targets that answer as told. */
final class Scene {
  private static final String TASK = "The task";
  private static final Duration LONG = Duration.ofDays(1);

  final EngineRig rig;
  final String kind;
  final Actor dana;
  final Actor mara;
  private final Set<String> brought = new HashSet<>();
  private @Nullable RunView first;
  private int items;
  private int bookmark;

  Scene(EngineRig rig, String kind) {
    this.rig = rig;
    this.kind = kind;
    dana = rig.world.person("dana", DEVELOPER);
    mara = rig.world.person("mara", RELEASE_MANAGER);
    rig.world.http = call -> answer();
    rig.world.pipeline(
        Pipes.of(
            Pipes.task(TASK, sample(kind)), Pipes.task("Behind", Pipes.deploy("CPI-QA", false))));
  }

  /** A new kind of task needs a line here, and no other. */
  private static TaskSpec sample(String kind) {
    List<String> managers = List.of("role:release-manager");
    return switch (kind) {
      case "build" -> new TaskSpec.Build();
      case "validate" -> new TaskSpec.Validate(List.of("downgrade"), false);
      case "approve" -> Pipes.approve(managers, 1, "promoter");
      case "manual" -> new TaskSpec.Manual(managers, "Look", false, List.of());
      case "release-transport" -> new TaskSpec.ReleaseTransport(null, null);
      case "deploy" -> Pipes.deploy("CPI-QA", true);
      case "wait-for-promotion" -> new TaskSpec.WaitForPromotion();
      case "callout" -> new TaskSpec.Callout("CPI-QA", "POST", "/x", Map.of(), List.of());
      case "wait-for-message" -> new TaskSpec.WaitForMessage("tests", Duration.ofHours(2));
      case "alm-status" -> new TaskSpec.AlmStatus("Deployed", "Done");
      case "notify" -> new TaskSpec.Notify(managers, "Hello");
      default -> throw new AssertionError("No sample of a task " + kind);
    };
  }

  private HttpAnswer answer() {
    Next next = Objects.requireNonNullElse(rig.world.target.script.poll(), Next.WORK);
    return switch (next) {
      case WORK -> http(200);
      case REFUSE -> http(409);
      case UNREACHABLE -> throw fault(Fault.Kind.UNREACHABLE);
      case DO_AND_LOSE_ANSWER, LOSE_BEFORE_DOING -> throw fault(Fault.Kind.UNKNOWN);
      case BE_KILLED_BEFORE, BE_KILLED_AFTER -> throw new Killed("in the call");
      case THROW -> throw new IllegalStateException("a bug in the connector");
    };
  }

  private static HttpAnswer http(int status) {
    return new HttpAnswer(status, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static FaultException fault(Fault.Kind kind) {
    return new FaultException(Fault.of(kind, "as told"));
  }

  /**
   * How it begins.
   *
   * @param mood what the target does first
   * @param crowded somebody is already at the system
   * @param foreign nothing of what this kind of task is for is carried
   */
  record Start(Next mood, boolean crowded, boolean foreign) {
    static final Start PLAIN = new Start(Next.WORK, false, false);

    static List<Start> all() {
      List<Start> all = new ArrayList<>(List.of(PLAIN));
      all.add(new Start(Next.WORK, true, false));
      all.add(new Start(Next.WORK, false, true));
      Stream.of(Next.values())
          .filter(mood -> mood != Next.WORK)
          .forEach(mood -> all.add(new Start(mood, false, false)));
      return all;
    }
  }

  RunView begin(Start start) {
    rig.world.target.script.clear();
    rig.world.target.script.add(start.mood());
    if (start.crowded()) {
      first = rig.promote(item(false), dana);
      turn();
      turn();
    }
    return rig.promote(item(start.foreign()), dana);
  }

  private WorkItemId item(boolean foreign) {
    items++;
    return rig.world.item(
        kind.equals("release-transport") != foreign
            ? World.transport("DEVK9%05d".formatted(items))
            : World.artifact("Flow" + items, "1.0.0", null));
  }

  /**
   * @return false when it rests already
   */
  boolean turn() {
    return turn(rig.world.clock.instant().plus(Duration.ofMinutes(10)));
  }

  private boolean turn(Instant latest) {
    try {
      return rig.step(latest);
    } catch (Killed gone) {
      rig.loseNode();
      return true;
    }
  }

  void rest() {
    Instant latest = rig.world.clock.instant().plus(LONG);
    for (int i = 0; turn(latest); i++) {
      assertThat(i).as("turns without coming to rest").isLessThan(2_000);
    }
  }

  /** Where a run stands after each of its turns: the first number of turns for each. */
  Map<String, Integer> situations(Start start) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    RunView run = begin(start);
    int turns = 0;
    do {
      seen.putIfAbsent(situation(run), turns++);
    } while (turn());
    end(run);
    return seen;
  }

  String situation(RunView view) {
    Run run = rig.bean(RunStore.class).find(view.id()).orElseThrow();
    RunTask task = task(run);
    StringBuilder situation = new StringBuilder(task.state().name());
    if (task.waitingReason() != null) {
      situation.append(" for ").append(task.waitingReason());
    }
    run.effectsOf(task)
        .forEach(e ->
            situation
                .append(", ")
                .append(e.kind())
                .append(' ')
                .append(e.outcome())
                .append(e.needsPerson() ? " asking" : ""));
    return situation.append(task.state().passed() ? ", run " + run.state() : "").toString();
  }

  RunTask task(Run run) {
    return run.tasks().stream().filter(t -> t.name().equals(TASK)).findFirst().orElseThrow();
  }

  /** Over, or somebody is asked to do something. */
  void endsOrAsks(RunView view, String what) {
    RunView run = rig.run(view.id(), mara);
    List<TaskView> next = tasks(run);
    boolean asks =
        next.stream()
            .anyMatch(t ->
                "promotion".equals(t.waitingFor())
                    || !t.actions().isEmpty() && !"environment".equals(t.waitingFor()));
    boolean moves = next.stream().anyMatch(t -> t.state().equals("RUNNING"));
    assertThat(over(run) || asks && !moves).as("%s: %s", what, run).isTrue();
  }

  private static List<TaskView> tasks(RunView run) {
    return run.stages().stream().flatMap(stage -> stage.tasks().stream()).toList();
  }

  private static boolean over(RunView run) {
    return List.of("COMPLETED", "ABORTED", "SUPERSEDED").contains(run.state());
  }

  /** Nothing came twice, unless for a reason. */
  void nothingTwice(String what, boolean excused) {
    List<String> ledger = rig.world.target.ledger;
    for (String entry : ledger.subList(bookmark, ledger.size())) {
      assertThat(brought.add(entry) || excused).as("%s: twice %s", what, entry).isTrue();
    }
    bookmark = ledger.size();
  }

  /** Aborting works from wherever it is, and repeatedly; the newer run of the item, too. */
  void end(RunView run) {
    rig.world.target.script.clear();
    if (first != null) {
      end(first.id(), first.workItemId());
      first = null;
    }
    end(run.id(), run.workItemId());
  }

  private void end(String id, String item) {
    if (!over(rig.run(id, mara))) {
      assertThat(rig.bean(Runs.class).abort(id, "enough", mara).state()).isEqualTo("ABORTED");
      assertThat(rig.bean(Runs.class).abort(id, "enough", mara).state()).isEqualTo("ABORTED");
    }
    rest();
    rig.bean(RunStore.class)
        .openRunOf(new WorkItemId(item))
        .ifPresent(open -> end(open.id(), item));
  }

  void promoteAgain(RunView run) {
    rig.bean(Promotions.class).start(Promotions.Order.of(new WorkItemId(run.workItemId())), dana);
  }

  void newVersion(RunView run) {
    WorkItemId item = new WorkItemId(run.workItemId());
    String name = rig.world.attached.get(item).getFirst().name();
    rig.world.attached.put(
        item,
        List.of(
            kind.equals("release-transport")
                ? World.transport("DEVK8%05d".formatted(++items))
                : World.artifact(name, "2.0." + ++items, null)));
    promoteAgain(run);
  }

  /** What a person may not do now is said in words. */
  void allowing(Runnable action) {
    try {
      action.run();
    } catch (Refusal said) {
      assertThat(said.getMessage()).isNotBlank();
    }
  }
}

package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.engine.SimLoop.Node;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** People who promote, decide, retry, skip, abort and change things, at working hours. */
final class SimPeople {
  private static final long HOUR = 3_600_000;

  /** Who has so many runs open ends some before the next: a long life is as busy as a short one. */
  private static final int ENOUGH = 30;

  private final SimCluster cluster;
  private final SimLoop loop;
  private final Actor dana;
  private final Actor mara;
  private final Actor otto;
  private final List<WorkItemId> items = new ArrayList<>();
  private final Map<RunAction, Integer> done = new EnumMap<>(RunAction.class);
  int promoted;
  int aborted;
  int approvals;

  SimPeople(SimCluster cluster) {
    this.cluster = cluster;
    loop = cluster.loop;
    dana = cluster.world.person("dana", DEVELOPER, RELEASE_MANAGER);
    mara = cluster.world.person("mara", RELEASE_MANAGER, APPROVER);
    otto = cluster.world.person("otto", RELEASE_MANAGER, APPROVER);
    later();
  }

  private void later() {
    long hour = (loop.now() / HOUR + 8) % 24;
    long in = hour >= 18 ? 14 * HOUR : loop.between(20_000, 24 * 60_000);
    loop.spawn(
        cluster.scheduler.outside,
        in,
        () -> {
          later();
          List<Node> working = cluster.scheduler.working();
          if (!cluster.calm && !working.isEmpty()) {
            loop.spawn(working.get(loop.random.nextInt(working.size())), 0, this::something);
          }
        });
  }

  private void something() {
    loop.pause(1);
    try {
      if (items.isEmpty() || loop.chance(0.15) && !overloaded()) {
        promote();
      } else if (loop.chance(0.03)) {
        change();
      } else {
        decide();
      }
    } catch (Refusal said) {
      refusals++;
    } catch (org.springframework.dao.DuplicateKeyException twice) {
      refusals++;
    }
  }

  int refusals;

  private boolean overloaded() {
    return cluster.memory.quietly(() -> open(100_000)).size() > ENOUGH;
  }

  private void promote() {
    WorkItemId item;
    if (items.isEmpty() || loop.chance(0.5)) {
      String name = "Flow" + items.size();
      item = cluster.world.item(World.artifact(name, "1.0.0", null));
      items.add(item);
    } else {
      item = items.get(loop.random.nextInt(items.size()));
    }
    cluster.bean(Promotions.class).start(Promotions.Order.of(item), dana);
    promoted++;
  }

  /** A new version, or another value at a target: what was approved is no longer that. */
  private void change() {
    WorkItemId item = items.get(loop.random.nextInt(items.size()));
    if (loop.chance(0.5)) {
      Deliverable old = cluster.world.attached.get(item).getFirst();
      String version = "1.0." + loop.random.nextInt(1_000_000);
      cluster.world.attached.put(
          item, new ArrayList<>(List.of(World.artifact(old.name(), version, null))));
    } else {
      cluster.world.parameters.put("timeout", Long.toString(loop.random.nextInt(3)));
    }
  }

  /** Most look into their tasks, where old ones stay until they are done; others at what is new. */
  private void decide() {
    List<String> open = cluster.memory.quietly(loop.chance(0.6) ? this::resting : this::newest);
    if (open.isEmpty()) {
      return;
    }
    String id = open.get(loop.random.nextInt(open.size()));
    Run run = look(id);
    if (loop.chance(0.03)) {
      if (run.effects().stream().noneMatch(this::nobodyKnows)) {
        cluster.bean(Runs.class).abort(id, "changed plans", mara);
        aborted++;
      }
      return;
    }
    List<RunTask> tasks =
        run.nextTasks().stream()
            .filter(t -> t.state() == TaskState.WAITING || t.state().failed())
            .toList();
    if (!tasks.isEmpty()) {
      act(run, tasks.get(loop.random.nextInt(tasks.size())));
    }
  }

  private List<String> resting() {
    return cluster.bean(RunStore.class).restingForPeople(List.of(World.PROJECT.value()));
  }

  private List<String> newest() {
    return open(30);
  }

  private List<String> open(int among) {
    return cluster
        .bean(RunStore.class)
        .list(List.of(World.PROJECT.value()), null, null, null, among)
        .stream()
        .filter(run -> run.state().open())
        .map(RunHeader::id)
        .toList();
  }

  /** Whoever aborts now leaves behind what no system can tell. */
  private boolean nobodyKnows(Effect effect) {
    boolean unknowable =
        cluster.target.effectClass() == EffectClass.NEITHER && effect.outcome().open();
    return effect.needsPerson() || effect.kind() == EffectKind.DEPLOY && unknowable;
  }

  private Run look(String id) {
    return cluster.memory.quietly(() -> cluster.bean(RunStore.class).find(id).orElseThrow());
  }

  private void act(Run run, RunTask task) {
    if (task.waitsFor(WaitReason.PROMOTION)) {
      Promotions.Order order =
          new Promotions.Order(
              run.header().workItem(),
              null,
              new Promotions.Continues(run.id(), task.id()),
              loop.chance(0.2) ? loop.instant().plusSeconds(7_200) : null,
              null,
              null,
              null);
      cluster.bean(Promotions.class).start(order, dana);
      return;
    }
    Actor by = loop.chance(0.5) ? mara : otto;
    if (task.waitsFor(WaitReason.APPROVAL)) {
      boolean yes = loop.chance(0.9);
      perform(run, task, yes ? RunAction.APPROVE : RunAction.REJECT, because(), by);
      if (yes) {
        approvals++;
        kept(run, task, by);
      }
    } else if (task.waitsFor(WaitReason.PERSON)) {
      perform(run, task, RunAction.COMPLETE, because(), by);
    } else if (task.state().failed()) {
      clearUp(run, task, by);
    }
  }

  private static ActionOrder because() {
    return ActionOrder.because("as it came");
  }

  private void perform(Run run, RunTask task, RunAction action, ActionOrder order, Actor by) {
    cluster.bean(Runs.class).act(run.id(), task.id(), action, order, by);
    done.merge(action, 1, Integer::sum);
  }

  /** What was answered with yes stays. */
  private void kept(Run run, RunTask task, Actor by) {
    boolean there =
        cluster.memory.quietly(() ->
            cluster.bean(VerdictStore.class).ofRun(run.id()).stream()
                .anyMatch(v ->
                    v.kind() == Verdict.Kind.APPROVED
                        && v.taskId().equals(task.id())
                        && v.user().equals(by.id())));
    if (!there) {
      throw new SimLoop.Broken("An approval is lost: " + task);
    }
  }

  /** Looks at the target first, as the page tells people to. */
  private void clearUp(Run run, RunTask task, Actor by) {
    List<Effect> asking =
        run.effectsOf(task).stream()
            .filter(e -> e.needsPerson() && e.kind() == EffectKind.DEPLOY)
            .toList();
    for (Effect effect : asking) {
      String place = "http://" + effect.environmentId().value();
      if (cluster.oracle.busy(place) || loop.instant().isBefore(effect.sentAt().plusSeconds(60))) {
        return;
      }
    }
    boolean there =
        asking.stream()
            .anyMatch(e ->
                cluster.oracle.at("http://" + e.environmentId().value()).stream()
                    .anyMatch(o -> o.key.startsWith(e.id() + ".") && !o.fails));
    if (!asking.isEmpty()) {
      ActionOrder again = new ActionOrder("not there", true, null, null, null);
      perform(
          run, task, there ? RunAction.MARK_DONE : RunAction.RETRY, there ? because() : again, by);
    } else if (loop.chance(0.1) && !task.kind().equals("approve")) {
      perform(run, task, RunAction.SKIP, because(), by);
    } else {
      perform(run, task, RunAction.RETRY, because(), by);
    }
  }

  @Override
  public String toString() {
    return "%d promotions, %d approvals, %d aborts, actions %s, %d refusals"
        .formatted(promoted, approvals, aborted, done, refusals);
  }
}

package io.tyto.server.pipelines.engine;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.tyto.server.pipelines.engine.SimLoop.Node;
import io.tyto.server.pipelines.rig.EngineBeans;
import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.MemoryStores;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.platform.jobs.Wakes;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Several nodes with the engine's real code on one memory. A transaction is whole; between two of
 * them, and while a target works, anything may happen: another node's turn, a death, a freeze.
 */
final class SimCluster implements AutoCloseable {
  /** How likely one step of a node is its last, or the last for a while. */
  private static final double HARM = 0.001;

  final World world = new World();
  final SimLoop loop;
  final SimOracle oracle;
  final SimScheduler scheduler;
  final SimTarget target;
  final Memory memory = new Memory();
  final AnnotationConfigApplicationContext engine;
  boolean calm;
  int freezes;
  int kills;

  SimCluster(long seed, int nodes) {
    loop = new SimLoop(seed, world.clock);
    oracle = new SimOracle(loop);
    scheduler = new SimScheduler(loop);
    EffectClass kind = seed % 4 == 0 ? EffectClass.NEITHER : EffectClass.VERIFIABLE;
    target = new SimTarget(loop, oracle, memory, this::bean, kind);
    world.outside = target;
    world.http = call -> null;
    StaticListableBeanFactory outer = new StaticListableBeanFactory();
    outer.addBean("client", scheduler.client);
    SchedulerWake wake =
        new SchedulerWake(
            new Wakes(
                outer.getBeanProvider(SchedulerClient.class),
                Faces.answering(DataSource.class, Map.of()),
                loop::instant));
    engine = EngineBeans.inMemory(world, wake, memory);
    EngineTasks tasks = new EngineTasks();
    scheduler.knows(
        tasks.runTask(
            engine.getBeanProvider(RunTurn.class), bean(RunStore.class), wake, world.clock));
    scheduler.knows(tasks.effectTask(engine.getBeanProvider(EffectTurn.class)));
    MemoryStores.watch(memory, oracle::moved);
    memory.before(() -> loop.pause(loop.between(1, 5)));
    for (int i = 0; i < nodes; i++) {
      join();
    }
    loop.hazard = this::harm;
    sweepLater(10_000);
  }

  final <T> T bean(Class<T> type) {
    return engine.getBean(type);
  }

  private void join() {
    scheduler.nodes.add(new Node("node" + loop.now()));
  }

  /**
   * At any step a node may be killed, and another one comes, or paused for longer than its lease.
   */
  private void harm(Node node) {
    if (calm || !scheduler.nodes.contains(node) || !loop.chance(HARM)) {
      return;
    }
    if (loop.chance(0.5)) {
      node.alive = false;
      kills++;
      scheduler.nodes.remove(node);
      loop.spawn(scheduler.outside, loop.between(5_000, 120_000), this::join);
    } else {
      node.frozenUntil = loop.now() + loop.between(100, loop.chance(0.5) ? 7_000 : 300_000);
      freezes++;
    }
    scheduler.silent(node);
  }

  /**
   * Every ten seconds while there is something; in quiet hours with the next thing that happens.
   */
  private void sweepLater(long in) {
    loop.spawn(
        scheduler.outside,
        in,
        () -> {
          long next = loop.next() - loop.now() + 1;
          var working = scheduler.working();
          if (!working.isEmpty()) {
            Node node = working.get(loop.random.nextInt(working.size()));
            loop.spawn(node, 0, () -> bean(Sweeper.class).sweep());
          }
          sweepLater(Math.max(10_000, next));
        });
  }

  @Override
  public void close() {
    engine.close();
  }
}

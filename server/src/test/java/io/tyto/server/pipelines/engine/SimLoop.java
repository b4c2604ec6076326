package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Virtual time and processes that take turns: only one runs at any moment, and which one follows
 * from the seed alone.
 */
final class SimLoop {
  /** Fails the whole simulation; says what was promised and broken. */
  static final class Broken extends Error {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }

  /** A server of the cluster; a new incarnation after each death. */
  static final class Node {
    final String name;
    boolean alive = true;
    long frozenUntil;

    Node(String name) {
      this.name = name;
    }
  }

  private final class Process {
    final Node node;
    final Thread thread;
    volatile boolean turn;
    boolean started;

    Process(Node node, Runnable body) {
      this.node = node;
      thread =
          Thread.ofVirtual()
              .unstarted(() -> {
                try {
                  body.run();
                } catch (Killed gone) {
                  deaths++;
                } catch (Throwable wrong) {
                  failure = wrong;
                }
                turn = false;
                LockSupport.unpark(main);
              });
    }
  }

  private record Event(long at, long order, Process process) {}

  final Random random;

  /** May kill or freeze a node at any of its steps. */
  Consumer<Node> hazard = node -> {};

  private final SettableClock clock;
  private final Instant start;
  private final PriorityQueue<Event> queue =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
  private volatile Throwable failure;
  private volatile Thread main;
  private Process current;
  private long now;
  private long end;
  private long orders;
  long steps;
  int deaths;

  SimLoop(long seed, SettableClock clock) {
    random = new Random(seed);
    this.clock = clock;
    start = clock.instant();
  }

  long now() {
    return now;
  }

  Instant instant() {
    return start.plusMillis(now);
  }

  /** When the next thing happens; the end when nothing does. */
  long next() {
    return queue.isEmpty() ? end : queue.peek().at();
  }

  void spawn(Node node, long in, Runnable body) {
    queue.add(new Event(now + Math.max(0, in), orders++, new Process(node, body)));
  }

  long between(long from, long to) {
    return from + (long) (random.nextDouble() * (to - from));
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** Lets time pass for the process that runs; others go on meanwhile, and its node may die. */
  void pause(long millis) {
    Process me = current;
    hazard.accept(me.node);
    waitUntil(me, now + Math.max(0, millis));
    while (me.node.alive && me.node.frozenUntil > now) {
      waitUntil(me, me.node.frozenUntil);
    }
    if (!me.node.alive) {
      throw new Killed(me.node.name);
    }
  }

  private void waitUntil(Process me, long at) {
    steps++;
    if (at < next() && at < end) {
      reach(at);
      return;
    }
    queue.add(new Event(at, orders++, me));
    me.turn = false;
    LockSupport.unpark(main);
    while (!me.turn) {
      LockSupport.park(this);
    }
  }

  private void reach(long at) {
    now = at;
    clock.reach(instant());
  }

  void run(Duration length) throws InterruptedException {
    end = now + length.toMillis();
    main = Thread.ofVirtual().unstarted(this::turns);
    main.start();
    main.join();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  private void turns() {
    while (failure == null && !queue.isEmpty() && queue.peek().at() <= end) {
      Event event = queue.poll();
      reach(Math.max(now, event.at()));
      Process process = event.process();
      current = process;
      process.turn = true;
      if (process.started) {
        LockSupport.unpark(process.thread);
      } else {
        process.started = true;
        process.thread.start();
      }
      while (process.turn) {
        LockSupport.park(this);
      }
    }
  }
}

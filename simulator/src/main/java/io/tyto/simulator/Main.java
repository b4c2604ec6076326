package io.tyto.simulator;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the landscape as a program of its own. */
public final class Main {
  private static final long LIFELINE_NANOS = 500_000_000L;

  private Main() {}

  /**
   * Reads {@code SIMULATOR_PORT} (8099; 0 takes a free port), {@code SIMULATOR_SYSTEM_PORTS} (free
   * ports) and {@code SIMULATOR_WORLD} ({@code demo} or {@code empty}). Ends on SIGTERM, or when
   * the process that holds the other end of standard input dies.
   */
  public static void main(String[] args) throws InterruptedException {
    Thread.ofPlatform().daemon().name("lifeline").start(Main::endWithStarter);
    Map<String, String> env = System.getenv();
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withControlPort(number(env, "SIMULATOR_PORT", 8099))
            .withSystemPorts(number(env, "SIMULATOR_SYSTEM_PORTS", 0))
            .withWorld(
                "empty".equalsIgnoreCase(env.get("SIMULATOR_WORLD"))
                    ? SimulatorOptions.World.EMPTY
                    : SimulatorOptions.World.DEMO);
    Simulator simulator = Simulator.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
    System.out.println("Simulator ready at " + simulator.controlUrl());
    System.out.flush();
    new CountDownLatch(1).await();
  }

  private static int number(Map<String, String> env, String name, int otherwise) {
    String text = env.get(name);
    try {
      return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a port number, not '" + text + "'", e);
    }
  }

  /** An input that is at its end from the start (no terminal, /dev/null) is no lifeline. */
  private static void endWithStarter() {
    long start = System.nanoTime();
    try {
      byte[] buffer = new byte[1024];
      while (System.in.read(buffer) >= 0) {
        // whatever is typed means nothing
      }
    } catch (IOException e) {
      return;
    }
    if (System.nanoTime() - start > LIFELINE_NANOS) {
      System.exit(0);
    }
  }
}

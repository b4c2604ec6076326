package io.tyto.simulator.core;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The host of one system: its HTTP port on the loopback interface. */
public final class SystemHost implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private final SimulatedSystem system;
  private final Gate gate;
  private final Javalin server;

  private SystemHost(SimulatedSystem system, Gate gate, Javalin server) {
    this.system = system;
    this.gate = gate;
    this.server = server;
  }

  /** Starts the host on this port; 0 takes a free one. */
  public static SystemHost start(SimulatedSystem system, int port) {
    Gate gate = new Gate(system);
    Javalin server =
        open(
            port,
            config -> {
              config.routes.before(gate::before);
              config.routes.after(gate::after);
              config.routes.exception(Answer.class, (answer, ctx) -> answer.write(ctx));
              system.routes(config.routes);
            });
    return new SystemHost(system, gate, server);
  }

  /** A server on the loopback interface; few threads of its own, work runs on virtual ones. */
  public static Javalin open(int port, Consumer<JavalinConfig> routes) {
    Javalin server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.concurrency.useVirtualThreads = true;
          config.http.compressionStrategy = CompressionStrategy.NONE;
          config.http.maxRequestSize = 256L * 1024 * 1024;
          config.http.defaultContentType = Json.TYPE;
          config.jetty.threadPool = threads();
          routes.accept(config);
        });
    return server.start(LOOPBACK, port);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(16, 2);
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(
        java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    return pool;
  }

  public SimulatedSystem system() {
    return system;
  }

  /** The system as it was at the start: its world, its desk, no request counted. */
  public void reset() {
    system.desk().reset();
    gate.reset();
    system.reset();
  }

  public String url() {
    return "http://" + LOOPBACK + ":" + server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}

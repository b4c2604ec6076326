package io.tyto.server.acceptance;

import io.tyto.postgres.EmbeddedPostgres;
import io.tyto.postgres.EmbeddedPostgresOptions;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.PackagedServer;
import io.tyto.server.testing.Tyto;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.abap.AbapSystem;
import io.tyto.simulator.core.RequestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some packaged servers on one PostgreSQL, all of which can be harmed, and a landscape that lasts.
 */
final class ChaosCluster implements AutoCloseable {
  /** A call to a target, and when it came. */
  record Call(String system, String method, String path, long at) {
    boolean changes() {
      return !method.equals("GET") && !path.startsWith("/oauth");
    }
  }

  final List<Node> nodes = new ArrayList<>();
  final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger flows = new AtomicInteger();
  private final Path folder;
  private final Simulator simulator;
  private final Tyto tyto;
  private final DatabaseProxy proxy;
  private final LimitedDisk disk;
  private EmbeddedPostgres database;

  /** One server and what was done to its process. */
  static final class Node {
    final PackagedServer server;
    private volatile boolean answers;

    Node(PackagedServer server) {
      this.server = server;
    }

    void start() {
      try {
        server.start();
        answers = true;
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    void kill() {
      answers = false;
      server.kill();
      server.process().onExit().join();
    }

    void end() {
      answers = false;
      try {
        server.close();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    void pause() throws IOException, InterruptedException {
      answers = false;
      signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
      signal("-CONT");
      answers = true;
    }

    private void signal(String which) throws IOException, InterruptedException {
      ChaosCluster.signal(which, server.process().pid());
    }
  }

  private ChaosCluster(Path folder, boolean limitedDisk) throws IOException {
    this.folder = folder;
    disk = LimitedDisk.at(folder.resolve("disk"), limitedDisk);
    database = postgres();
    proxy = new DatabaseProxy(database.port());
    simulator = Simulator.start(SimulatorOptions.defaults());
    tyto = new Tyto(this::url, () -> simulator);
    for (String system : simulator.systemIds()) {
      simulator.desk(system).requests().whenArrived(entry -> note(system, entry));
      if (system.startsWith("cpi")) {
        simulator.desk(system).switches().set("deploy-duration", "PT1S");
      }
    }
  }

  /**
   * @param limitedDisk puts the database on a disk that can be full, where that is possible
   */
  static ChaosCluster start(Path folder, int nodes, boolean limitedDisk) throws IOException {
    ChaosCluster cluster = new ChaosCluster(folder, limitedDisk);
    for (int i = 0; i < nodes; i++) {
      cluster.nodes.add(cluster.node(i));
    }
    // The first one makes the tables.
    cluster.nodes.getFirst().start();
    cluster.startAll(cluster.nodes.subList(1, nodes));
    return cluster;
  }

  /** A durable one: a database that forgets what it confirmed proves nothing about its servers. */
  private EmbeddedPostgres postgres() {
    return EmbeddedPostgres.start(
        EmbeddedPostgresOptions.durable(disk.folder().resolve("database")));
  }

  private Node node(int number) throws IOException {
    Path home = Files.createDirectories(folder.resolve("node" + number));
    // None of them lives long enough for the second compiler, which would take half of its start.
    Map<String, String> settings =
        Map.of(
            "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1",
            "TYTO_ADMIN_PASSWORD", Tyto.ADMIN_PASSWORD,
            "TYTO_NETWORK_ALLOW_LOOPBACK", "true",
            "TYTO_DATABASE_URL",
                database.jdbcUrl().replace(":" + database.port() + "/", ":" + proxy.port() + "/"),
            "TYTO_DATABASE_USER", database.username(),
            "TYTO_DATABASE_PASSWORD", database.password(),
            "TYTO_MASTER_KEY_FILE", key().toString());
    return new Node(new PackagedServer(PackagedServer.quickStart(), home, settings));
  }

  private Path key() throws IOException {
    Path file = folder.resolve("master.key");
    if (Files.exists(file)) {
      return file;
    }
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, Base64.getEncoder().encodeToString(random));
  }

  void startAll(List<Node> which) {
    CompletableFuture.allOf(
            which.stream()
                .map(node -> CompletableFuture.runAsync(node::start))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private String url() {
    return nodes.stream()
        .filter(node -> node.answers)
        .findFirst()
        .orElse(nodes.getFirst())
        .server
        .url();
  }

  Tyto tyto() {
    return tyto;
  }

  Simulator simulator() {
    return simulator;
  }

  private void note(String system, RequestLog.Entry entry) {
    if (!system.equals("alm")) {
      calls.add(new Call(system, entry.method(), entry.path(), System.nanoTime()));
    }
  }

  /** Environments of its own, so that nobody waits for somebody else's work at a target. */
  Rollout rollout(String pipeline) {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(pipeline);
    for (String tenant : Estate.CPI) {
      String path = "/environments/" + rollout.estate().environment(tenant).id();
      Answer now = tyto.admin().get(path).expect(200);
      Map<String, Object> quick = Map.of("settings", Map.of("settleSeconds", 5));
      tyto.admin().patch(path, now.version(), quick).expect(200);
    }
    return rollout;
  }

  /** As many work items, synced at once. */
  List<Item> items(Rollout rollout, int count) {
    List<UUID> uuids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      uuids.add(
          simulator.alm().edits().addStory(rollout.almProject(), "Story " + i, List.of()).id());
    }
    rollout.sync("CHANGES");
    return uuids.stream().map(rollout::item).toList();
  }

  /** A promotion of some flows to QA and PROD. */
  Trip flows(Item item, int count, boolean impatient) {
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String flow = item.rollout().iFlow();
      item.attachFlow(flow);
      subjects.add(flow);
    }
    return new Trip(item, subjects, Map.of("QA", "cpi-qa", "PROD", "cpi-prod"), impatient);
  }

  /** A promotion of a transport request to QA and PROD. */
  Trip request(Item item) {
    String request =
        ((AbapSystem) simulator.system("abap-dev"))
            .develop("DEVELOPER1", "Request", false, "CLAS ZCL_" + flows.incrementAndGet());
    item.attachTransport(request);
    return new Trip(item, List.of(request), Map.of("QA", "abap-qas", "PROD", "abap-prd"), false);
  }

  /** Nobody gets through, and the database dies without a word to its servers. */
  void databaseAway() throws IOException, InterruptedException {
    proxy.away();
    signal("-QUIT", database.pid());
    database.close();
  }

  void databaseBack() {
    database = postgres();
    proxy.back(database.port());
  }

  private static void signal(String which, long process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", which, Long.toString(process)).start().waitFor();
  }

  /** Ends every connection of the servers. */
  void endBackends() throws SQLException {
    sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  }

  void readOnly(boolean now) throws SQLException {
    sql("ALTER SYSTEM SET default_transaction_read_only = " + (now ? "on" : "off"));
    sql("SELECT pg_reload_conf()");
    endBackends();
  }

  void sql(String statement) throws SQLException {
    try (Connection connection = connection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  int count(String query) throws SQLException {
    try (Connection connection = connection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  LimitedDisk disk() {
    return disk;
  }

  /** Within some seconds, which its recovery may take. */
  boolean databaseAnswers() {
    return ChaosCrowd.await(
        Duration.ofSeconds(5),
        () -> {
          try {
            return count("SELECT 1") == 1;
          } catch (SQLException gone) {
            return false;
          }
        });
  }

  /** How many calls changed something at a target that is not a source. */
  long sent() {
    return calls.stream().filter(call -> call.changes() && !call.system().endsWith("dev")).count();
  }

  /** Whether the engine called a target after that moment. */
  boolean sentAfter(long moment) {
    return calls.stream().anyMatch(call -> call.at() > moment && !call.path().startsWith("/oauth"));
  }

  @Override
  public void close() throws Exception {
    for (Node node : nodes) {
      if (node.server.process().isAlive()) {
        node.signal("-CONT");
        node.end();
      }
    }
    proxy.close();
    database.close();
    disk.close();
    simulator.close();
  }
}

package io.tyto.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged server as a process of its own on a folder of its own. It can be killed and started
 * again on what it left there.
 */
public final class PackagedServer implements AutoCloseable {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern READY = Pattern.compile("(?m)^Tyto ready at (\\S+)\\R");

  private final List<String> command;
  private final Path folder;
  private final Map<String, String> settings;
  private volatile Process process;
  private volatile String url;
  private int starts;

  /**
   * @param folder for its data and its output
   * @param settings more of the environment's variables
   */
  public PackagedServer(List<String> command, Path folder, Map<String, String> settings) {
    this.command = command;
    this.folder = folder;
    this.settings = settings;
  }

  public static Path jar() {
    return MODULE.resolve("target").resolve("tyto.jar");
  }

  /** As the operator starts it: the script ends by becoming the server. */
  public static List<String> quickStart() {
    Path script = MODULE.resolveSibling("build").resolve("quick-start.sh");
    return List.of(script.toString(), "run");
  }

  /** Returns when it is ready, at an address that is new with every start. */
  public PackagedServer start() throws IOException, InterruptedException {
    starts++;
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "TYTO_PORT", "0",
                "TYTO_DATA", folder.resolve("tyto").toString()));
    builder.environment().putAll(settings);
    process = builder.start();
    boolean ready = false;
    try {
      url = awaitReady();
      ready = true;
    } finally {
      if (!ready) {
        kill();
      }
    }
    return this;
  }

  /** Without a trailing slash. */
  public String url() {
    return url;
  }

  public Process process() {
    return process;
  }

  /** SIGKILL to this process alone: nothing of it gets to say good-bye. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Kills it and starts it again as soon as the process is gone. */
  public void killAndStart() throws IOException, InterruptedException {
    kill();
    process.waitFor();
    start();
  }

  /** What it said since its last start. */
  public String said() {
    try {
      return Files.readString(output());
    } catch (IOException nothing) {
      return "";
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private Path output() {
    return folder.resolve("output-" + starts);
  }

  private String awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
      String said = said();
      Matcher ready = READY.matcher(said);
      if (ready.find()) {
        return ready.group(1);
      }
      if (ended) {
        throw new AssertionError("The server ended: " + said);
      }
    }
    throw new AssertionError("Not ready: " + said());
  }
}

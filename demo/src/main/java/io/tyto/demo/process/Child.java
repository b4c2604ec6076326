package io.tyto.demo.process;

import io.tyto.demo.tell.DemoFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One started program: its output goes to a file, its address is read from its ready line. */
public final class Child implements AutoCloseable {
  private static final int KEPT_LINES = 250;

  private final String name;
  private final Process process;
  private final Path log;
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final Deque<String> last = new ArrayDeque<>();

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it. Its standard input stays open as long as this process lives.
   *
   * @param settings environment variables; no other {@code TYTO_} or {@code SIMULATOR_} is passed
   *     on
   * @param ready finds the address in a line of the output, as group 1
   */
  public static Child start(
      String name, List<String> command, Map<String, String> settings, Path log, Pattern ready) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(key -> key.startsWith("TYTO_") || key.startsWith("SIMULATOR_"));
    builder.environment().putAll(settings);
    try {
      Child child = new Child(name, builder.start(), log);
      Thread.ofPlatform().daemon().name("output of " + name).start(() -> child.follow(ready));
      return child;
    } catch (IOException e) {
      throw new DemoFailure(name + " does not start: " + e.getMessage(), e);
    }
  }

  /** Whether a program ends well within a minute; what it prints is nobody's concern. */
  static boolean succeeds(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(1, TimeUnit.MINUTES);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits for the ready line. */
  public String address(Duration longest) {
    try {
      return address.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new DemoFailure(name + " is not ready after " + longest.toSeconds() + " s.", e);
    } catch (ExecutionException e) {
      throw new DemoFailure(name + " ended before it was ready (" + ending() + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted while " + name + " was starting.", e);
    }
  }

  /** Waits until it ends by itself. */
  public String ending() {
    try {
      return "exit code " + process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** Empty while it runs. */
  public Optional<String> endingWithin(Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of("exit code " + process.exitValue())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  public List<String> lastLines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  public Path log() {
    return log;
  }

  public String name() {
    return name;
  }

  /** Asks it to end, and ends it when it does not within 20 s. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Pattern ready) {
    try (BufferedReader lines = process.inputReader();
        Writer file = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        file.write(line);
        file.write(System.lineSeparator());
        file.flush();
        keep(line);
        Matcher found = ready.matcher(line);
        if (found.find()) {
          address.complete(found.group(1));
        }
      }
    } catch (IOException e) {
      keep("(the output of " + name + " cannot be read any further: " + e.getMessage() + ")");
    }
    address.completeExceptionally(new IOException("end of output"));
  }

  private void keep(String line) {
    synchronized (last) {
      if (last.size() == KEPT_LINES) {
        last.removeFirst();
      }
      last.addLast(line);
    }
  }
}

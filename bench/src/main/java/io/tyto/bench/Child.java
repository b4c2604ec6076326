package io.tyto.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A started jar; its output goes to a file, its address is read from its ready line. */
final class Child implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
  private final Process process;
  private final CompletableFuture<String> address = new CompletableFuture<>();

  private Child(Process process) {
    this.process = process;
  }

  static Child start(Path jar, List<String> options, Map<String, String> settings, Path log) {
    if (!Files.exists(jar)) {
      throw new BenchException("There is no " + jar + "; run ./tyto build first.");
    }
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command = new java.util.ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(k -> k.startsWith("TYTO_") || k.startsWith("SIMULATOR_"));
    builder.environment().putAll(settings);
    try {
      Child child = new Child(builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroyForcibly));
      Thread.ofPlatform().daemon().start(() -> child.follow(log));
      return child;
    } catch (IOException e) {
      throw new BenchException(jar + " does not start", e);
    }
  }

  private void follow(Path log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        var out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line + "\n");
        out.flush();
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
          address.complete(ready.group(1));
        }
      }
      address.completeExceptionally(new BenchException("It ended; see " + log));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  String address() {
    try {
      return address.get(3, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new BenchException("A program did not become ready", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

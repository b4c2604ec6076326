package io.tyto.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short-lived programs: run, wait, read what they said. */
final class Command {

  private Command() {}

  static boolean succeeds(List<String> command) {
    try {
      Process process = builder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Throws {@link EmbeddedPostgresException} with the program's own words when it fails. */
  static void run(List<String> command, String what, String input) throws IOException {
    Process process = start(command);
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new EmbeddedPostgresException(what + " failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw interrupted(e);
    }
  }

  private static Process start(List<String> command) {
    try {
      return builder(command).start();
    } catch (IOException e) {
      throw missing(command, e);
    }
  }

  static EmbeddedPostgresException missing(List<String> command, IOException cause) {
    return new EmbeddedPostgresException(
        "The embedded PostgreSQL needs the program '"
            + command.getFirst()
            + "' (package util-linux), which cannot be run here. Install it, or use a PostgreSQL"
            + " of your own (TYTO_DATABASE_URL).",
        cause);
  }

  /** Nothing of the caller's PostgreSQL or locale settings reaches the program. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name ->
            name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("LD_LIBRARY"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  static EmbeddedPostgresException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EmbeddedPostgresException("Interrupted while waiting for PostgreSQL", e);
  }
}

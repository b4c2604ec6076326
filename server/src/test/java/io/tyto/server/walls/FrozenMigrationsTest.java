package io.tyto.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An installation has run the migrations that there were: none of them may change. {@code ./tyto
 * fix} adds new ones to the list and touches no line that is there.
 */
public class FrozenMigrationsTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path MIGRATIONS = MODULE.resolve("src/main/resources/db/migration");
  private static final Path LIST = MODULE.resolve("src/test/resources/migrations.sha256");

  @Test
  void leavesEveryMigrationAsItWasFirst() throws IOException {
    Map<String, String> now = now();
    Map<String, String> first = first();
    if (Boolean.getBoolean("tyto.rewrite")) {
      now.forEach(first::putIfAbsent);
      Files.writeString(
          LIST,
          first.entrySet().stream()
              .map(each -> each.getValue() + "  " + each.getKey() + "\n")
              .collect(Collectors.joining()));
    }
    assertThat(now)
        .as("a migration that was there before is gone or changed")
        .containsAllEntriesOf(first);
  }

  private static Map<String, String> first() throws IOException {
    Map<String, String> first = new TreeMap<>();
    if (Files.exists(LIST)) {
      Files.readAllLines(LIST)
          .forEach(line -> first.put(line.substring(66), line.substring(0, 64)));
    }
    return first;
  }

  private static Map<String, String> now() throws IOException {
    Map<String, String> now = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        now.put(
            MIGRATIONS.relativize(file).toString().replace('\\', '/'),
            HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
      }
    }
    return now;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}

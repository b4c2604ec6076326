package io.tyto;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java of this machine that can run the launcher but not the server. */
final class OlderJava {

  private OlderJava() {}

  /** Skips the test on a machine that has none. */
  static Path find() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> homes =
        Files.newDirectoryStream(Path.of("/usr/lib/jvm"), "*{17,18,19,20,21,22,23,24}{,.*,-*}")) {
      for (Path home : homes) {
        Path java = home.resolve("bin").resolve("java");
        if (Files.isExecutable(java)) {
          found.add(java);
        }
      }
    } catch (IOException e) {
      found.clear();
    }
    assumeThat(found).as("an older Java on this machine").isNotEmpty();
    return found.getFirst();
  }
}

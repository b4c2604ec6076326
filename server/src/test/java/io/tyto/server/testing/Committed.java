package io.tyto.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the repository that is made from the code: a test compares the two, and writes the file
 * anew when it runs with {@code -Dtyto.rewrite=true}, as {@code ./tyto fix} does.
 */
public final class Committed {
  private Committed() {}

  /**
   * @param file from the module's folder
   */
  public static void compare(String file, String made) {
    Path path = Path.of(file);
    try {
      if (Boolean.getBoolean("tyto.rewrite")) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, made);
      }
      String committed = Files.exists(path) ? Files.readString(path) : "";
      assertThat(made)
          .as("%s is stale: run ./tyto fix, look at the difference, commit it", file)
          .isEqualTo(committed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package io.tyto.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The database user's password: random, in a file only its owner may read. */
final class Password {

  private Password() {}

  static String generateInto(Path file) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    write(file, password);
    return password;
  }

  static void write(Path file, String password) throws IOException {
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }

  static String read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new EmbeddedPostgresException(
          "The database is there but its password file " + file + " is missing. Restore it.");
    }
    return Files.readString(file).strip();
  }
}

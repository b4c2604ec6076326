package io.tyto.server.credentials.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.tyto.server.kernel.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The key-encryption keys of the master key file: 32 random bytes in base64 a line ({@code openssl
 * rand -base64 32}). The first line seals; further lines are older keys that still open, so a
 * rotation is a new first line, a rewrap, and the old line's removal.
 */
final class MasterKey {
  private static final int BYTES = 32;
  private static final byte[] NAMING =
      "tyto key-encryption key id".getBytes(StandardCharsets.UTF_8);

  private final Map<String, Aead> keys;
  private final String primary;

  private MasterKey(Map<String, Aead> keys) {
    this.keys = keys;
    this.primary = keys.keySet().iterator().next();
  }

  /**
   * @throws StartRefused when the file is missing or holds something else
   */
  static MasterKey read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      Map<String, Aead> keys = new LinkedHashMap<>();
      for (String line : lines) {
        String text = line.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          byte[] key = Base64.getDecoder().decode(text);
          keys.put(idOf(key), aead(key));
          Arrays.fill(key, (byte) 0);
        }
      }
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return new MasterKey(keys);
    } catch (IOException e) {
      throw new StartRefused(
          "The master key file "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "). Make one with: (umask 077; openssl rand -base64 32 > FILE)");
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new StartRefused(
          "The master key file "
              + file
              + " must hold 32 random bytes in base64 a line"
              + " (openssl rand -base64 32)");
    }
  }

  /** Makes the file with mode 0600 unless it is there; whole or not at all. */
  static MasterKey readOrMake(Path file) {
    if (!Files.exists(file)) {
      make(file);
    }
    return read(file);
  }

  private static void make(Path file) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String line = Base64.getEncoder().encodeToString(key) + "\n";
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, line);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartRefused(
          "The master key file " + file + " cannot be made (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Names the key that seals now. */
  String primary() {
    return primary;
  }

  Set<String> ids() {
    return Set.copyOf(keys.keySet());
  }

  Optional<Aead> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private static Aead aead(byte[] key) throws GeneralSecurityException {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("not 32 bytes");
    }
    return new AesGcmJce(key);
  }

  private static String idOf(byte[] key) throws GeneralSecurityException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(NAMING);
    return HexFormat.of().formatHex(sha.digest(key), 0, 8);
  }
}

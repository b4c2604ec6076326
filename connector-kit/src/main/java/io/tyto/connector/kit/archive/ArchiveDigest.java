package io.tyto.connector.kit.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * SHA-256 of what an archive says, not of how it was packed.
 *
 * <p>It covers the sorted names and contents of its files; directories, order, times and
 * compression do not count. Of {@code META-INF/MANIFEST.MF} the attributes count by key, without
 * those that tell how it was built ({@code Manifest-Version}, {@code Created-By}, {@code
 * Build-Jdk}, {@code Build-Jdk-Spec}, {@code Built-By}, {@code Build-Time}, {@code
 * Build-Timestamp}, {@code Bnd-LastModified}, {@code Tool}, {@code Archiver-Version}). Of {@code
 * parameters.prop} the values count by key, without the comment lines, of which a tenant writes one
 * with the time of day.
 */
public final class ArchiveDigest {
  private static final Set<String> VOLATILE =
      Set.of(
          "manifest-version",
          "created-by",
          "build-jdk",
          "build-jdk-spec",
          "built-by",
          "build-time",
          "build-timestamp",
          "bnd-lastmodified",
          "tool",
          "archiver-version");
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /**
   * @return 64 hex digits
   * @throws HostileArchiveException when the archive is refused or is no zip
   */
  public static String of(byte[] zip) {
    SortedMap<String, String> files = new TreeMap<>();
    SafeZip.walk(zip, (name, content) -> files.put(name, entry(name, content)));
    MessageDigest whole = sha256();
    files.forEach((name, digest) -> line(whole, name, digest));
    return HexFormat.of().formatHex(whole.digest());
  }

  /** Plain SHA-256 in hex, for content that is no archive. */
  public static String ofBytes(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static String entry(String name, InputStream content) throws IOException {
    MessageDigest digest = sha256();
    if (name.equals(MANIFEST)) {
      manifest(digest, content.readAllBytes());
    } else if (name.equals("parameters.prop") || name.endsWith("/parameters.prop")) {
      properties(digest, content.readAllBytes());
    } else {
      byte[] buffer = new byte[1 << 14];
      for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
        digest.update(buffer, 0, got);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void manifest(MessageDigest digest, byte[] text) {
    Manifest manifest = new Manifest();
    try {
      manifest.read(new ByteArrayInputStream(text));
    } catch (IOException | IllegalArgumentException e) {
      // Not a manifest after all: then its bytes count.
      digest.update(text);
      return;
    }
    attributes(digest, "", manifest.getMainAttributes());
    new TreeMap<>(manifest.getEntries())
        .forEach((section, attributes) -> attributes(digest, section, attributes));
  }

  private static void attributes(MessageDigest digest, String section, Attributes attributes) {
    SortedMap<String, String> sorted = new TreeMap<>();
    attributes.forEach(
        (key, value) -> sorted.put(key.toString().toLowerCase(Locale.ROOT), value.toString()));
    sorted.keySet().removeAll(VOLATILE);
    sorted.forEach((key, value) -> line(digest, section + "/" + key, value));
  }

  private static void properties(MessageDigest digest, byte[] text) {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(text));
    } catch (IOException | IllegalArgumentException e) {
      digest.update(text);
      return;
    }
    for (Map.Entry<Object, Object> entry : new TreeMap<>(properties).entrySet()) {
      line(digest, entry.getKey().toString(), entry.getValue().toString());
    }
  }

  /** Lengths go first, so that no two different lists look alike. */
  private static void line(MessageDigest digest, String key, String value) {
    byte[] left = key.getBytes(StandardCharsets.UTF_8);
    byte[] right = value.getBytes(StandardCharsets.UTF_8);
    digest.update((left.length + ":" + right.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(left);
    digest.update(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private ArchiveDigest() {}
}

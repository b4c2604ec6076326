package io.tyto.server.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for uploads, sound and hostile. */
final class Archives {
  private Archives() {}

  /** A small MTA archive. */
  static byte[] mta(String id, String version) {
    return zip(
        Map.of(
            "META-INF/MANIFEST.MF",
            bytes("Manifest-Version: 1.0\r\n\r\n"),
            "META-INF/mtad.yaml",
            bytes("_schema-version: '3.1'\nID: %s\nversion: %s\n".formatted(id, version)),
            "web/index.html",
            bytes("<html></html>")));
  }

  /** Sound until it is unpacked: megabytes of zeros in a few kilobytes. */
  static byte[] bomb(int megabytes) {
    return zip(Map.of("META-INF/mtad.yaml", new byte[megabytes << 20]));
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.tyto.server.artifacts.internal;

import io.tyto.connector.kit.archive.ArchiveDigest;
import io.tyto.connector.kit.archive.HostileArchiveException;
import io.tyto.connector.kit.archive.SafeZip;
import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An upload that has been looked at: an MTA archive is a sound zip with a descriptor. */
record UploadedFile(
    String fileName,
    @Nullable String externalId,
    @Nullable String version,
    String digest,
    List<String> objects) {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final String DESCRIPTOR = "META-INF/mtad.yaml";
  private static final int LONGEST_DESCRIPTOR = 1 << 20;

  static UploadedFile check(String kind, String fileName, byte[] bytes) {
    String name = baseName(fileName);
    if (bytes.length == 0) {
      throw refused(name, "it is empty");
    }
    try {
      return kind.equals("mta") ? archive(name, bytes) : plain(name, bytes);
    } catch (HostileArchiveException hostile) {
      throw refused(name, hostile.reason());
    }
  }

  private static UploadedFile plain(String name, byte[] bytes) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip") || lower.endsWith(".jar") || lower.endsWith(".mtar")) {
      walk(bytes);
    }
    return new UploadedFile(name, name, null, ArchiveDigest.ofBytes(bytes), List.of());
  }

  private static UploadedFile archive(String name, byte[] bytes) {
    byte[] descriptor = walk(bytes);
    if (descriptor == null) {
      throw refused(
          name, "an MTA archive has a deployment descriptor " + DESCRIPTOR + ", this one has none");
    }
    JsonNode mta = descriptor(name, descriptor);
    String id = mta.path("ID").asString("");
    String version = mta.path("version").asString("");
    if (id.isEmpty() || version.isEmpty()) {
      throw refused(name, DESCRIPTOR + " names no ID or no version");
    }
    return new UploadedFile(name, id, version, ArchiveDigest.of(bytes), List.of("MTA " + id));
  }

  private static JsonNode descriptor(String name, byte[] descriptor) {
    try {
      return YAML.readTree(descriptor);
    } catch (JacksonException broken) {
      throw refused(
          name,
          "%s is not YAML: line %d, column %d"
              .formatted(
                  DESCRIPTOR,
                  broken.getLocation().getLineNr(),
                  broken.getLocation().getColumnNr()));
    }
  }

  /** Reads everything, so that limits hold for all of it. */
  private static byte @Nullable [] walk(byte[] zip) {
    AtomicReference<byte @Nullable []> descriptor = new AtomicReference<>();
    SafeZip.walk(
        zip,
        (entry, content) -> {
          if (entry.equals(DESCRIPTOR)) {
            descriptor.set(limited(content));
          }
          content.transferTo(OutputStream.nullOutputStream());
        });
    return descriptor.get();
  }

  private static byte[] limited(InputStream content) throws IOException {
    return content.readNBytes(LONGEST_DESCRIPTOR);
  }

  /** The name without any folders a browser or a stranger put before it. */
  private static String baseName(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = name.replaceAll("[\\p{Cntrl}\"<>|:*?]", "_").strip();
    return clean.isEmpty() ? "file" : clean.substring(0, Math.min(clean.length(), 200));
  }

  private static Refusal refused(String name, String reason) {
    return Refusal.at(
        "file", ArtifactRefusal.FILE_REFUSED, "%s was not taken: %s.".formatted(name, reason));
  }
}

package io.tyto.connector.cpi;

import io.tyto.connector.kit.archive.ArchiveDigest;
import io.tyto.connector.kit.archive.HostileArchiveException;
import io.tyto.connector.kit.archive.SafeZip;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The zip of an artifact. Its bytes, {@code Bundle-SymbolicName} included, are never changed. */
final class Bundle {
  /** Values of externalized parameters: they belong to the environment, not to the content. */
  private static final String PARAMETERS = "src/main/resources/parameters.prop";

  private Bundle() {}

  /**
   * @throws FaultException MALFORMED when the tenant's zip cannot be trusted
   */
  static String digest(byte[] zip) {
    try {
      return ArchiveDigest.of(zip);
    } catch (HostileArchiveException refused) {
      throw untrusted(refused);
    }
  }

  /**
   * Names of the files that differ, parameter values aside; empty when both are the same content.
   *
   * @throws FaultException MALFORMED when one of them cannot be trusted
   */
  static List<String> differences(byte[] approved, byte[] found) {
    try {
      if (ArchiveDigest.of(withoutParameters(approved))
          .equals(ArchiveDigest.of(withoutParameters(found)))) {
        return List.of();
      }
      Map<String, String> left = files(approved);
      Map<String, String> right = files(found);
      Set<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      names.removeIf(name -> Objects.equals(left.get(name), right.get(name)));
      return List.copyOf(names);
    } catch (HostileArchiveException refused) {
      throw untrusted(refused);
    }
  }

  /** Keys of the externalized parameters in the bundle. */
  static List<String> parameterKeys(@Nullable Supplier<byte[]> content) {
    Properties properties = new Properties();
    if (content != null) {
      SafeZip.walk(
          content.get(),
          (name, bytes) -> {
            if (name.equals(PARAMETERS)) {
              properties.load(bytes);
            }
          });
    }
    return properties.stringPropertyNames().stream().sorted().toList();
  }

  private static Map<String, String> files(byte[] zip) {
    Map<String, String> digests = new TreeMap<>();
    SafeZip.walk(
        withoutParameters(zip),
        (name, content) -> digests.put(name, ArchiveDigest.ofBytes(content.readAllBytes())));
    return digests;
  }

  private static byte[] withoutParameters(byte[] zip) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      SafeZip.walk(
          zip,
          (name, content) -> {
            if (!name.equals(PARAMETERS)) {
              out.putNextEntry(new ZipEntry(name));
              content.transferTo(out);
              out.closeEntry();
            }
          });
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }

  private static FaultException untrusted(HostileArchiveException refused) {
    String message = "The tenant's content cannot be trusted: " + refused.getMessage();
    return new FaultException(Fault.of(Fault.Kind.MALFORMED, message), refused);
  }
}

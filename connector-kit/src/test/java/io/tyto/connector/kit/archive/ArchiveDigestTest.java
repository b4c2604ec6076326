package io.tyto.connector.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveDigestTest {
  private static final String MANIFEST =
      "Manifest-Version: 1.0\r\nBundle-Name: A\r\nBundle-SymbolicName: a; singleton:=true\r\n";

  private static byte[] zip(List<Map.Entry<String, String>> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var entry : entries) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void refuses(byte[] zip, String reason) {
    assertThatExceptionOfType(HostileArchiveException.class)
        .isThrownBy(() -> ArchiveDigest.of(zip))
        .withMessageContaining(reason);
  }

  @Test
  void countsWhatAnArchiveSaysAndNotHowItWasPacked() throws IOException {
    byte[] one =
        zip(
            List.of(
                Map.entry("META-INF/MANIFEST.MF", MANIFEST + "Created-By: 17\r\n\r\n"),
                Map.entry("src/a.iflw", "<x/>"),
                Map.entry("src/parameters.prop", "#Mon Jan 1\nb=2\na=1\n")));
    byte[] two =
        zip(
            List.of(
                Map.entry("src/", ""),
                Map.entry("src/parameters.prop", "#Tue Jan 2\na=1\nb=2\n"),
                Map.entry("src/a.iflw", "<x/>"),
                Map.entry(
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\r\nBundle-SymbolicName: a; singl\r\n eton:=true\r\n"
                        + "Build-Jdk: 25\r\nBundle-Name: A\r\n\r\n")));
    byte[] three =
        zip(
            List.of(
                Map.entry("META-INF/MANIFEST.MF", MANIFEST + "\r\n"),
                Map.entry("src/a.iflw", "<x/>"),
                Map.entry("src/parameters.prop", "b=2\na=2\n")));
    assertThat(ArchiveDigest.of(one)).hasSize(64).isEqualTo(ArchiveDigest.of(two));
    assertThat(ArchiveDigest.of(three)).isNotEqualTo(ArchiveDigest.of(one));
  }

  @Test
  void refusesHostileNames() throws IOException {
    for (String name : List.of("../x", "a/../../x", "/etc/x", "C:\\x", "a\\b", "./a", "c:/x")) {
      refuses(zip(List.of(Map.entry(name, "x"))), "leads out");
    }
    refuses(zip(List.of(Map.entry("a", "1"), Map.entry("A", "2"))), "same name");
  }

  @Test
  void refusesBombs() throws IOException {
    refuses(zip(List.of(Map.entry("a", "0".repeat(50 << 20)))), "100 times");
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i <= 10_000; i++) {
      many.put("f" + i, "");
    }
    refuses(zip(List.copyOf(many.entrySet())), "10000");
  }

  @Test
  void refusesLinks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("link");
      link.setUnixMode(0120777);
      out.putArchiveEntry(link);
      out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    refuses(bytes.toByteArray(), "link");
  }

  @Test
  void refusesAnArchiveWithTwoStories() throws IOException {
    byte[] shown = zip(List.of(Map.entry("a", "good")));
    byte[] hidden = zip(List.of(Map.entry("b", "evil")));
    byte[] both = new byte[hidden.length + shown.length];
    System.arraycopy(hidden, 0, both, 0, hidden.length);
    System.arraycopy(shown, 0, both, hidden.length, shown.length);
    refuses(both, "");
    byte[] renamed = zip(List.of(Map.entry("a", "good")));
    renamed[30] = 'z';
    refuses(renamed, "differ");
    refuses("no zip at all".getBytes(StandardCharsets.UTF_8), "not a readable");
  }
}

package io.tyto.simulator.cpi.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip of a design-time artifact: what a tenant reads out of it. Never changes. */
public final class Bundle {
  public static final String MANIFEST = "META-INF/MANIFEST.MF";
  public static final String PARAMETERS = "src/main/resources/parameters.prop";
  public static final String DEFINITIONS = "src/main/resources/parameters.propdef";
  private static final int MAX_UNPACKED = 64 * 1024 * 1024;
  private static final int MAX_ENTRIES = 5_000;
  // A zip entry needs some time stamp; a fixed one keeps equal content byte for byte equal.
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

  private final byte[] zip;
  private final Map<String, byte[]> entries;
  private final Attributes manifest;

  private Bundle(byte[] zip, Map<String, byte[]> entries, Attributes manifest) {
    this.zip = zip;
    this.entries = entries;
    this.manifest = manifest;
  }

  /** Reads a zip; a broken one or one without manifest is refused as the tenant refuses it. */
  public static Bundle read(byte[] zip) {
    Map<String, byte[]> entries = unzip(zip);
    byte[] manifest = entries.get(MANIFEST);
    if (manifest == null) {
      throw CpiRefusal.badRequest("The uploaded archive holds no META-INF/MANIFEST.MF.");
    }
    if (entries.containsKey(PARAMETERS) && !entries.containsKey(DEFINITIONS)) {
      throw CpiRefusal.business("InputStream cannot be null");
    }
    try {
      return new Bundle(
          zip.clone(),
          entries,
          new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes());
    } catch (IOException e) {
      throw CpiRefusal.badRequest("The manifest of the uploaded archive cannot be read.");
    }
  }

  /** Builds a zip of the given text files, in the given order and always the same bytes. */
  public static Bundle of(Map<String, String> files) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    files.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return read(zip(entries));
  }

  public byte[] zip() {
    return zip.clone();
  }

  public String symbolicName() {
    String value = attribute("Bundle-SymbolicName");
    int directives = value.indexOf(';');
    return (directives < 0 ? value : value.substring(0, directives)).trim();
  }

  public String name() {
    String name = attribute("Bundle-Name").trim();
    return name.isEmpty() ? symbolicName() : name;
  }

  public String version() {
    String version = attribute("Bundle-Version").trim();
    return version.isEmpty() ? "1.0.0" : version;
  }

  public ArtifactKind kind() {
    if (entries.containsKey("value_mapping.xml")) {
      return ArtifactKind.VALUE_MAPPING;
    }
    return ArtifactKind.ofBundleType(attribute("SAP-BundleType").trim());
  }

  public String sha256() {
    return digest(zip);
  }

  /** The parameters the content declares, with the values the content carries. */
  public List<Parameter> parameters() {
    byte[] definitions = entries.get(DEFINITIONS);
    if (definitions == null) {
      return List.of();
    }
    Properties values = values();
    List<Parameter> found = new ArrayList<>();
    for (Parameter declared : ParameterDefinitions.read(definitions)) {
      found.add(declared.withValue(values.getProperty(declared.key(), "")));
    }
    return List.copyOf(found);
  }

  /** The same content with another version in its manifest. */
  public Bundle withVersion(String version) {
    if (version.equals(attribute("Bundle-Version").trim())) {
      return this;
    }
    Manifest changed = new Manifest();
    changed.getMainAttributes().putAll(manifest);
    changed.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      changed.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return withEntry(MANIFEST, out.toByteArray());
  }

  /** The same content whose parameter file carries these values. */
  public Bundle withValues(Map<String, String> configured) {
    if (configured.isEmpty()) {
      return this;
    }
    StringBuilder text = new StringBuilder();
    for (Parameter parameter : parameters()) {
      String value = configured.getOrDefault(parameter.key(), parameter.value());
      text.append(escape(parameter.key(), true)).append('=');
      text.append(escape(value, false)).append('\n');
    }
    return withEntry(PARAMETERS, text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private Bundle withEntry(String name, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.put(name, content);
    return read(zip(changed));
  }

  private String attribute(String name) {
    String value = manifest.getValue(name);
    return value == null ? "" : value;
  }

  private Properties values() {
    Properties values = new Properties();
    byte[] file = entries.get(PARAMETERS);
    if (file != null) {
      try {
        values.load(new StringReader(new String(file, StandardCharsets.ISO_8859_1)));
      } catch (IOException | IllegalArgumentException e) {
        throw CpiRefusal.badRequest("parameters.prop cannot be read.");
      }
    }
    return values;
  }

  private static String escape(String text, boolean key) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = c == '\\' || c == ':' || c == '=' || c == '#' || c == '!';
      boolean blank = c == ' ' && (key || i == 0);
      if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c < 0x20 || c > 0x7e) {
        out.append(String.format("\\u%04X", (int) c));
      } else {
        out.append(special || blank ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  public static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(ZIP_TIME);
        out.putNextEntry(header);
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Map<String, byte[]> unzip(byte[] zip) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int left = MAX_UNPACKED;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = in.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || entries.size() >= MAX_ENTRIES) {
          throw CpiRefusal.badRequest("The uploaded archive is too large.");
        }
        entries.put(entry.getName(), content);
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw CpiRefusal.badRequest("The uploaded archive is not a zip file.");
    } catch (IOException e) {
      throw CpiRefusal.badRequest("The uploaded archive cannot be read to its end.");
    }
    return entries;
  }
}

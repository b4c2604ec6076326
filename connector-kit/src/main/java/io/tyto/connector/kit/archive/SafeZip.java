package io.tyto.connector.kit.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads zip archives from strangers.
 *
 * <p>Refused: more than 10,000 entries, more than 1 GiB unpacked, an entry or a whole unpacked to
 * more than 100 times its size (small entries aside), links, absolute names, {@code ..}, names that
 * differ in case only, encryption, and archives whose table of contents and stream tell different
 * stories. Declared sizes are never trusted: limits count the bytes that really come out.
 */
public final class SafeZip {
  private static final int MAX_ENTRIES = 10_000;
  private static final long MAX_TOTAL = 1L << 30;
  private static final long MAX_RATIO = 100;
  private static final long RATIO_FREE = 1L << 20;

  /** Takes entries in; directories are not shown. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param content to read inside this call only; reading it all is not required
     */
    void entry(String name, InputStream content) throws IOException;
  }

  /**
   * @throws HostileArchiveException when the archive is refused or is no zip
   */
  public static void walk(byte[] zip, Visitor visitor) {
    try (ZipFile table =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zip)).get()) {
      walk(table, new ByteArrayInputStream(zip), zip.length, visitor);
    } catch (IOException e) {
      throw new HostileArchiveException("it is not a readable zip archive", e);
    }
  }

  /**
   * @throws HostileArchiveException when the archive is refused or is no zip
   */
  public static void walk(Path zip, Visitor visitor) {
    try (ZipFile table = ZipFile.builder().setPath(zip).get();
        InputStream stream = new BufferedInputStream(Files.newInputStream(zip), 1 << 16)) {
      walk(table, stream, Files.size(zip), visitor);
    } catch (IOException e) {
      throw new HostileArchiveException("it is not a readable zip archive", e);
    }
  }

  /** Checks everything, content included, and keeps nothing. */
  public static void check(Path zip) {
    walk(zip, (name, content) -> content.transferTo(OutputStream.nullOutputStream()));
  }

  private static void walk(ZipFile table, InputStream bytes, long size, Visitor visitor)
      throws IOException {
    Map<String, ZipArchiveEntry> listed = contents(table);
    Limit limit = new Limit(size);
    try (ZipArchiveInputStream stream =
        new ZipArchiveInputStream(bytes, "UTF-8", true, true, false)) {
      ZipArchiveEntry entry;
      int seen = 0;
      while ((entry = stream.getNextEntry()) != null) {
        ZipArchiveEntry twin = listed.get(entry.getName());
        if (twin == null || twin.getLocalHeaderOffset() != entry.getLocalHeaderOffset()) {
          throw new HostileArchiveException("its table of contents and its content differ");
        }
        if (!stream.canReadEntryData(entry)) {
          throw new HostileArchiveException("it is encrypted or packed in an unusual way");
        }
        seen++;
        read(stream, entry, twin, limit, visitor);
      }
      if (seen != listed.size()) {
        throw new HostileArchiveException("its table of contents and its content differ");
      }
    }
  }

  private static void read(
      InputStream stream, ZipArchiveEntry entry, ZipArchiveEntry twin, Limit limit, Visitor visitor)
      throws IOException {
    Counted content = new Counted(stream, twin, limit);
    if (!entry.isDirectory()) {
      visitor.entry(entry.getName(), content);
    }
    content.transferTo(OutputStream.nullOutputStream());
    if (content.count() != twin.getSize()) {
      throw new HostileArchiveException("an entry is not as long as it says");
    }
  }

  private static Map<String, ZipArchiveEntry> contents(ZipFile table) {
    Map<String, ZipArchiveEntry> listed = new HashMap<>();
    Set<String> folded = new HashSet<>();
    var entries = table.getEntriesInPhysicalOrder();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      requireGoodName(entry);
      String name = entry.getName();
      String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
      if (!folded.add(bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))) {
        throw new HostileArchiveException("two entries have the same name");
      }
      listed.put(name, entry);
      if (listed.size() > MAX_ENTRIES) {
        throw new HostileArchiveException("it has more than " + MAX_ENTRIES + " entries");
      }
    }
    return listed;
  }

  private static void requireGoodName(ZipArchiveEntry entry) {
    String name = entry.getName();
    boolean bad =
        name.isEmpty()
            || name.startsWith("/")
            || new String(entry.getRawName(), StandardCharsets.ISO_8859_1).indexOf('\\') >= 0
            || name.indexOf('\0') >= 0
            || name.matches("(?s)[A-Za-z]:.*");
    for (String part : name.split("/", -1)) {
      bad |= part.equals("..") || part.equals(".");
    }
    if (bad) {
      throw new HostileArchiveException("an entry's name leads out of the archive");
    }
    if (entry.isUnixSymlink()) {
      throw new HostileArchiveException("it holds a link");
    }
  }

  /** What may still come out of the whole archive. */
  private static final class Limit {
    private final long packed;
    private long total;

    Limit(long packed) {
      this.packed = Math.max(packed, 1);
    }

    void add(long bytes, long ofEntry, long entryPacked) {
      total += bytes;
      if (total > MAX_TOTAL) {
        throw new HostileArchiveException("it unpacks to more than 1 GiB");
      }
      if (exceeds(total, packed) || exceeds(ofEntry, entryPacked)) {
        throw new HostileArchiveException("it unpacks to more than 100 times its size");
      }
    }

    private static boolean exceeds(long unpacked, long from) {
      return unpacked > RATIO_FREE && unpacked / Math.max(from, 1) > MAX_RATIO;
    }
  }

  /** Counts what really comes out and stops at the limit. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private final ZipArchiveEntry entry;
    private final Limit limit;
    private long count;

    Counted(InputStream in, ZipArchiveEntry entry, Limit limit) {
      this.in = in;
      this.entry = entry;
      this.limit = limit;
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int got = in.read(to, offset, length);
      if (got > 0) {
        count += got;
        limit.add(got, count, entry.getCompressedSize());
      }
      return got;
    }
  }

  private SafeZip() {}
}

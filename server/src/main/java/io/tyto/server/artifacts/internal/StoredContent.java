package io.tyto.server.artifacts.internal;

import io.tyto.connector.kit.archive.ArchiveDigest;
import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.ContentStore;
import io.tyto.server.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Content in chunks of one MiB. */
@Repository
class StoredContent implements ContentStore {
  private static final int CHUNK = 1 << 20;

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredContent(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String put(byte[] bytes) {
    String digest = ArchiveDigest.ofBytes(bytes);
    int inserted =
        jdbc.sql(
                """
                INSERT INTO content (digest, size, added_at) VALUES (:digest, :size, :now)
                ON CONFLICT (digest) DO NOTHING
                """)
            .param("digest", digest)
            .param("size", bytes.length)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 1) {
      for (int number = 0; number * CHUNK < bytes.length; number++) {
        int from = number * CHUNK;
        jdbc.sql("INSERT INTO content_chunk (digest, number, bytes) VALUES (:digest, :number, :b)")
            .param("digest", digest)
            .param("number", number)
            .param("b", Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)))
            .update();
      }
    }
    return digest;
  }

  @Override
  @Transactional(readOnly = true)
  public byte[] get(String digest) {
    Integer size =
        jdbc.sql("SELECT size FROM content WHERE digest = :digest")
            .param("digest", digest)
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> missing(digest));
    List<byte[]> chunks =
        jdbc.sql("SELECT bytes FROM content_chunk WHERE digest = :digest ORDER BY number")
            .param("digest", digest)
            .query((row, number) -> row.getBytes("bytes"))
            .list();
    ByteArrayOutputStream whole = new ByteArrayOutputStream(size);
    chunks.forEach(whole::writeBytes);
    byte[] bytes = whole.toByteArray();
    if (!ArchiveDigest.ofBytes(bytes).equals(digest)) {
      throw missing(digest);
    }
    return bytes;
  }

  private static Refusal missing(String digest) {
    return new Refusal(
        ArtifactRefusal.CONTENT_MISSING,
        "The stored content %s is not whole. Attach the deliverable again.".formatted(digest));
  }
}

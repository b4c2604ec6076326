package io.tyto.server.audit.internal;

import io.tyto.server.kernel.TytoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The head of the chain in the file {@code audit-anchor}, where nobody reaches who only has the
 * database. It only moves on along the chain that it belongs to.
 */
@Component
class Anchor {
  private static final Logger log = LoggerFactory.getLogger(Anchor.class);

  private final AuditRows rows;
  private final Path file;

  Anchor(AuditRows rows, TytoSettings settings) {
    this.rows = rows;
    this.file = settings.data().resolve("audit-anchor");
  }

  /** Every node keeps an anchor, also one that never seals. */
  @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
  synchronized void advance() {
    Optional<AuditRows.Head> old = read();
    AuditRows.Head now = rows.head();
    if (now.seq() == 0 || old.equals(Optional.of(now))) {
      return;
    }
    if (old.isPresent() && !holds(old.get())) {
      log.error("The audit trail contradicts its anchor at entry {}", old.get().seq());
      return;
    }
    write(now);
  }

  /** Whether the chain still contains what the anchor saw. */
  boolean holds(AuditRows.Head seen) {
    return rows.hashAt(seen.seq()).equals(Optional.of(seen.hash()));
  }

  synchronized Optional<AuditRows.Head> read() {
    try {
      String[] words = Files.readString(file).strip().split(" ", 2);
      return words.length == 2
          ? Optional.of(new AuditRows.Head(Long.parseLong(words[0]), words[1]))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void write(AuditRows.Head head) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, head.seq() + " " + head.hash() + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

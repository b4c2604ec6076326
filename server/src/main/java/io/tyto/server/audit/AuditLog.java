package io.tyto.server.audit;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail and proves it. */
public interface AuditLog {

  /** Newest first. */
  Page<Entry> find(Filter filter, PageQuery page);

  /**
   * Oldest sealed entry first, one line of JSON each: {@code {"hash":…,"sealed":…}}. Whoever holds
   * all lines proves them without this server: the hash of a line is SHA-256 over the hash of the
   * line before (64 zeros at first), a line feed, and the text of {@code sealed} as it stands.
   */
  void export(Filter filter, Consumer<String> lines);

  /** Reads the whole chain and compares its end with the anchor kept outside of the database. */
  Verification verify();

  /** What to look for; null means all. */
  record Filter(
      @Nullable String project,
      @Nullable String actor,
      @Nullable String action,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null);
  }

  /**
   * One entry.
   *
   * @param seq place in the chain; null until it is sealed, within about a second
   * @param hash in hex; null until it is sealed
   */
  record Entry(
      String id,
      @Nullable Long seq,
      Instant at,
      Actor actor,
      @Nullable String project,
      String action,
      String subject,
      Map<String, Object> details,
      @Nullable String hash) {}

  /**
   * What verifying found.
   *
   * @param sealed entries in the chain
   * @param unsealed entries that wait for their seal
   * @param oldestUnsealed null when none waits
   * @param broken the first thing that is wrong; null when all is right
   */
  record Verification(
      boolean intact,
      long sealed,
      long unsealed,
      @Nullable Instant oldestUnsealed,
      String head,
      @Nullable Broken broken) {}

  /**
   * @param seq place in the chain
   * @param entryId null when the entry is gone
   */
  record Broken(long seq, @Nullable String entryId, Reason reason, String message) {}

  /** How a chain breaks. */
  enum Reason {
    /** An entry differs from what was sealed. */
    CHANGED,
    /** An entry is missing. */
    GONE,
    /** The chain ends elsewhere than its head says. */
    HEAD,
    /** The chain ends before the anchor, or was written anew. */
    ANCHOR,
    /** The anchor file is missing. */
    NO_ANCHOR,
    /** An entry was not sealed in time: it may have been slipped in or taken out of the chain. */
    UNSEALED
  }
}

package io.tyto.server.alm;

import io.tyto.server.kernel.Refusal;

/** Takes in what external systems post. An event is a hint: what changed is read again. */
public interface Hooks {

  /**
   * @param token as it came; compared in constant time
   * @param body of any shape; what it says of a status or a text is never believed
   * @throws Refusal {@code hook-token}, also for an integration that is not there
   */
  Outcome receive(String integrationId, String token, byte[] body);

  /** What came of it. */
  enum Outcome {
    /** What changed is being read. */
    READING,
    /** The same event came before. */
    REPEATED,
    /** About another project, or nothing was ever synced. */
    IGNORED
  }
}

package io.tyto.server.pipelines;

/**
 * A task waits for people, failed, or told people something. Published as a Spring event inside the
 * transaction of the move.
 */
public record TaskCameToRest(String runId, String taskId, int attempt, Why why) {

  /** What brought it to rest. */
  public enum Why {
    APPROVAL,
    BY_HAND,
    FAILED,
    NOTICE
  }
}

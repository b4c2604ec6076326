package io.tyto.server.pipelines;

/**
 * A task waits for people, failed, or told people something; or somebody waits for a second person.
 * Published as a Spring event inside the transaction of the move.
 */
public record TaskCameToRest(String runId, String taskId, int attempt, Why why) {

  /** What brought it to rest. */
  public enum Why {
    APPROVAL,
    BY_HAND,
    FAILED,
    /** Somebody asked to go around a rule, which takes a second person. */
    SECOND_PERSON,
    NOTICE
  }
}

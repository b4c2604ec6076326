package io.tyto.simulator.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of task with the statuses that fit each (facts: Cloud ALM 3.5). */
public enum TaskType {
  CALMTMPL("CIPTKOPEN", "CIPTKINP", "CIPTKREV", "CIPTKBLK", "CIPTKCLOSE", "CIPTKNO"),
  CALMTASK("CIPTKOPEN", "CIPTKINP", "CIPTKREV", "CIPTKBLK", "CIPTKCLOSE", "CIPTKNO"),
  CALMST("CIPTKOPEN", "CIPTKINP", "CIPTKREV", "CIPTKBLK", "CIPTKCLOSE", "CIPTKNO"),
  CALMUS("CIPUSOPEN", "CIPUSINP", "CIPUSREV", "CIPUSBLK", "CIPUSCLOSE", "CIPUSNO"),
  CALMREQU("CIPREQUOPEN", "CIPREQUINP", "CIPREQUBLK", "CIPREQUCLOSE", "CIPREQUNO"),
  CALMDEF("CIPDFCTOPEN", "CIPDFCTINP", "CIPDFCTBLK", "CIPDFCTDONE"),
  CALMQGATE("CIPQGOPEN", "CIPQGBLK", "CIPQGDONE", "CIPQGNR"),
  CALMCHKLI("CIPTKOPEN", "CIPTKINP", "CIPTKREV", "CIPTKBLK", "CIPTKCLOSE", "CIPTKNO"),
  CALMRISK("CIPRIOPEN", "CIPRIINP", "CIPRIDONE");

  private final List<String> statuses;

  TaskType(String... statuses) {
    this.statuses = List.of(statuses);
  }

  public static Optional<TaskType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
  }

  public List<String> statuses() {
    return statuses;
  }

  public String open() {
    return statuses.getFirst();
  }
}

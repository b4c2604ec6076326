package io.tyto.server.pipelines;

import java.util.Locale;

/** What a person may do with a task; {@link #word()} is the last word of the path. */
public enum RunAction {
  APPROVE,
  REJECT,
  COMPLETE,
  RETRY,
  SKIP,
  MARK_DONE,
  ROLL_BACK;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

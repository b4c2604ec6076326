package io.tyto.postgres;

import java.util.List;

/** Signals Java cannot send: it knows TERM, on which PostgreSQL waits for its clients, and KILL. */
final class Signals {

  private Signals() {}

  static void send(String signal, long pid) {
    Command.succeeds(
        List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid)));
  }
}

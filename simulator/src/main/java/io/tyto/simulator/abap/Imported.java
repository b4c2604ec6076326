package io.tyto.simulator.abap;

import java.time.Instant;

/** One import of a request into a system; {@code retcode} is a number like 0, 4, 8 or 12. */
record Imported(String number, String system, String client, int retcode, Instant at) {
  /** Whether it left its objects in the system. */
  boolean arrived() {
    return retcode < 12;
  }
}

package io.tyto.simulator.core;

/** What one system is steered and watched by. */
public record Desk(
    SimClock clock, Ledger ledger, Faults faults, Switches switches, RequestLog requests) {

  /** A desk with the switches that every system has. */
  public static Desk with(SimClock clock) {
    Switches switches = new Switches();
    switches.declare("latency-millis", "0", "every answer waits this long (network)");
    switches.declare("rate-limit", "0", "requests in 5 s before 429; 0 = no limit");
    switches.declare(
        "retry-after", "present", "whether 429 carries Retry-After", "present", "absent");
    return new Desk(clock, new Ledger(clock), new Faults(), switches, new RequestLog(clock));
  }

  public void reset() {
    ledger.reset();
    faults.clear();
    switches.reset();
    requests.reset();
  }
}

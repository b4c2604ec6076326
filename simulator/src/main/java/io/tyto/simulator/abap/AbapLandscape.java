package io.tyto.simulator.abap;

import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.SimClock;
import java.time.Duration;
import java.util.List;

/** DEV, QAS and PRD with the transport directory they share. */
public final class AbapLandscape {
  private final TransportDirectory directory;
  private final boolean demo;
  private final List<AbapSystem> systems;

  /**
   * A landscape.
   *
   * @param exportDuration how long the release of a request takes on the landscape's clock
   */
  public AbapLandscape(SimClock clock, Duration exportDuration, boolean demo) {
    this.directory = new TransportDirectory(clock::instant);
    this.demo = demo;
    this.systems =
        List.of(
            system("abap-dev", "DEV", clock, exportDuration),
            system("abap-qas", "QAS", clock, exportDuration),
            system("abap-prd", "PRD", clock, exportDuration));
    reset();
  }

  /** In transport order. */
  public List<AbapSystem> systems() {
    return systems;
  }

  TransportDirectory directory() {
    return directory;
  }

  /** Back to the start, for all three. */
  void reset() {
    directory.clear();
    if (demo) {
      AbapWorld.fill(directory);
    }
  }

  private AbapSystem system(String id, String systemId, SimClock clock, Duration exportDuration) {
    Desk desk = Desk.with(clock);
    for (AbapSwitch each : AbapSwitch.values()) {
      boolean duration = each == AbapSwitch.RELEASE_DURATION;
      each.declare(desk.switches(), duration ? exportDuration.toString() : each.initial());
    }
    return new AbapSystem(id, systemId, this, desk);
  }
}

package io.tyto.simulator;

import io.tyto.simulator.abap.AbapLandscape;
import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.core.SimulatedSystem;
import io.tyto.simulator.cpi.CpiTenant;
import java.util.ArrayList;
import java.util.List;

/** Which systems there are. */
final class Landscape {
  private Landscape() {}

  static List<SimulatedSystem> systems(SimulatorOptions options, SimClock clock) {
    List<SimulatedSystem> systems = new ArrayList<>();
    boolean demo = options.world() == SimulatorOptions.World.DEMO;
    systems.add(new CloudAlm(clock, demo));
    for (String id : List.of("cpi-dev", "cpi-qa", "cpi-prod")) {
      systems.add(new CpiTenant(id, clock, options.deployDuration(), demo));
    }
    systems.addAll(new AbapLandscape(clock, options.deployDuration(), demo).systems());
    return systems;
  }
}

package io.tyto.simulator;

import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.core.SimulatedSystem;
import java.util.ArrayList;
import java.util.List;

/** Which systems there are. */
final class Landscape {
  private Landscape() {}

  static List<SimulatedSystem> systems(SimulatorOptions options, SimClock clock) {
    List<SimulatedSystem> systems = new ArrayList<>();
    systems.add(new CloudAlm(clock, options.world() == SimulatorOptions.World.DEMO));
    return systems;
  }
}

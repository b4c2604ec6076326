package io.tyto.simulator;

import java.time.Duration;

/**
 * How a landscape is started.
 *
 * @param controlPort 0 takes a free port
 * @param systemPorts the first of consecutive ports for the systems; 0 takes free ones
 * @param deployDuration how long a deployment or an import takes on the landscape's clock
 */
public record SimulatorOptions(
    int controlPort, int systemPorts, World world, Duration deployDuration) {
  /** What the systems hold at the start and after a reset. */
  public enum World {
    DEMO,
    EMPTY
  }

  public static SimulatorOptions defaults() {
    return new SimulatorOptions(0, 0, World.DEMO, Duration.ofSeconds(1));
  }

  public SimulatorOptions withControlPort(int port) {
    return new SimulatorOptions(port, systemPorts, world, deployDuration);
  }

  public SimulatorOptions withSystemPorts(int first) {
    return new SimulatorOptions(controlPort, first, world, deployDuration);
  }

  public SimulatorOptions withWorld(World world) {
    return new SimulatorOptions(controlPort, systemPorts, world, deployDuration);
  }

  public SimulatorOptions withDeployDuration(Duration duration) {
    return new SimulatorOptions(controlPort, systemPorts, world, duration);
  }
}

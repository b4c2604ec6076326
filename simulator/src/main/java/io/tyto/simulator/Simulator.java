package io.tyto.simulator;

import io.javalin.Javalin;
import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.core.ControlRoutes;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.core.SimulatedSystem;
import io.tyto.simulator.core.SystemHost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A running landscape: one host a system and a control port, all on the loopback interface. */
public final class Simulator implements AutoCloseable {
  private final SimClock clock;
  private final Map<String, SystemHost> hosts = new LinkedHashMap<>();
  private final Javalin control;

  private Simulator(SimulatorOptions options) {
    this.clock = new SimClock();
    int port = options.systemPorts();
    for (SimulatedSystem system : Landscape.systems(options, clock)) {
      hosts.put(system.id(), SystemHost.start(system, port));
      port = port == 0 ? 0 : port + 1;
    }
    ControlRoutes routes = new ControlRoutes(hosts, clock, this::reset);
    this.control = SystemHost.open(options.controlPort(), config -> routes.on(config.routes));
  }

  public static Simulator start(SimulatorOptions options) {
    return new Simulator(options);
  }

  /** The address of a system's host, without a trailing slash. */
  public String url(String systemId) {
    return host(systemId).url();
  }

  public String controlUrl() {
    return "http://127.0.0.1:" + control.port();
  }

  public Set<String> systemIds() {
    return hosts.keySet();
  }

  public SimulatedSystem system(String id) {
    return host(id).system();
  }

  /** Ledger, faults, switches and requests of a system. */
  public Desk desk(String id) {
    return system(id).desk();
  }

  public CloudAlm alm() {
    return (CloudAlm) system("alm");
  }

  public SimClock clock() {
    return clock;
  }

  /** Back to the start: worlds, ledgers, faults, switches, tokens and the clock. */
  public void reset() {
    clock.reset();
    hosts.values().forEach(SystemHost::reset);
  }

  private SystemHost host(String id) {
    SystemHost host = hosts.get(id);
    if (host == null) {
      throw new IllegalArgumentException("No system '" + id + "'; there are " + hosts.keySet());
    }
    return host;
  }

  @Override
  public void close() {
    control.stop();
    hosts.values().forEach(SystemHost::close);
  }
}

package io.tyto.server.acceptance;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.PackagedServer;
import io.tyto.server.testing.Tyto;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.abap.AbapSystem;
import io.tyto.simulator.core.Faults.Fault;
import java.nio.file.Path;
import java.util.Map;

/** The packaged server and a landscape that outlives it. */
final class KillRig implements AutoCloseable {
  private static final String LONGER_THAN_THE_SERVER_LIVES = "120000";

  private final Simulator simulator;
  private final PackagedServer server;
  private final Tyto tyto;

  private KillRig(Simulator simulator, PackagedServer server) {
    this.simulator = simulator;
    this.server = server;
    this.tyto = new Tyto(server::url, () -> simulator);
  }

  static KillRig start(Path folder) throws Exception {
    Map<String, String> settings =
        Map.of("TYTO_ADMIN_PASSWORD", Tyto.ADMIN_PASSWORD, "TYTO_NETWORK_ALLOW_LOOPBACK", "true");
    KillRig rig =
        new KillRig(
            Simulator.start(SimulatorOptions.defaults()),
            new PackagedServer(PackagedServer.quickStart(), folder, settings));
    rig.server.start();
    return rig;
  }

  Tyto tyto() {
    return tyto;
  }

  PackagedServer server() {
    return server;
  }

  /** Environments of its own, so that nobody waits for somebody else's work at a target. */
  Rollout rollout(String pipeline) {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(pipeline);
    for (String tenant : Estate.CPI) {
      String path = "/environments/" + rollout.estate().environment(tenant).id();
      Answer now = tyto.admin().get(path).expect(200);
      Map<String, Object> quick = Map.of("settings", Map.of("settleSeconds", 5));
      tyto.admin().patch(path, now.version(), quick).expect(200);
    }
    return rollout;
  }

  /** The next such call does its work and gets no answer before the server is killed. */
  void holdAnswer(String system, String path, int after) {
    Fault held = Fault.once("slow-answer", path).after(after);
    simulator.desk(system).faults().arm(held.withValue(LONGER_THAN_THE_SERVER_LIVES));
  }

  /** Until the work of every held call is done. */
  void awaitHeld(String system) {
    Patience.until(
        "a call to " + system + " to be held",
        () -> simulator.desk(system).faults().armed(),
        armed -> armed.isEmpty());
  }

  void awaitRequest(String system, String pathPart) {
    Patience.until(
        "a request for " + pathPart,
        () -> simulator.desk(system).requests().entries(),
        all -> all.stream().anyMatch(one -> one.path().contains(pathPart) && one.status() == 200));
  }

  /** A request in DEV. */
  String request(String object, boolean released) {
    return ((AbapSystem) simulator.system("abap-dev"))
        .develop("DEVELOPER1", "Request with " + object, released, "CLAS " + object);
  }

  @Override
  public void close() throws Exception {
    server.close();
    simulator.close();
  }
}

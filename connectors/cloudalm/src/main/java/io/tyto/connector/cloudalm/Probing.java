package io.tyto.connector.cloudalm;

import io.tyto.spi.CheckReport;
import io.tyto.spi.CheckReport.Probe;
import io.tyto.spi.Connection;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tries a connection: sign-in, projects, tasks, features. Reads only. */
final class Probing {
  private static final Set<Kind> NO_SIGN_IN =
      Set.of(Kind.UNAUTHENTICATED, Kind.UNREACHABLE, Kind.BLOCKED);

  private final Client client;
  private final List<Probe> probes = new ArrayList<>();

  Probing(Connection<CloudAlmSettings> to) {
    this.client = Client.of(to.http());
  }

  CheckReport report() {
    List<Wire.Project> projects = List.of();
    try {
      projects = Wire.list(client.get(Api.PROJECTS), Wire.Project.class);
      probes.add(Probe.passed("token", "Signed in."));
      probes.add(projectsSeen(projects.size()));
    } catch (FaultException e) {
      if (NO_SIGN_IN.contains(e.fault().kind())) {
        probes.add(Probe.failed("token", e.fault().message()));
        for (String name : List.of("projects", "tasks", "features")) {
          probes.add(Probe.skipped(name, "Not tried without a sign-in."));
        }
        return new CheckReport(probes);
      }
      probes.add(Probe.passed("token", "Signed in."));
      probes.add(Probe.failed("projects", e.fault().message()));
    }
    tasks(projects);
    probe("features", "Features can be read.", Api.anyFeature());
    return new CheckReport(probes);
  }

  private static Probe projectsSeen(int count) {
    String message = count == 1 ? "1 project can be seen." : count + " projects can be seen.";
    String hint =
        count > 0
            ? ""
            : " Private and protected projects need the scopes calm-api.projects.private.read and"
                + " calm-api.projects.protected.read.";
    return Probe.passed("projects", message + hint);
  }

  private void tasks(List<Wire.Project> projects) {
    String id =
        projects.stream().map(Wire.Project::id).filter(p -> p != null).findFirst().orElse(null);
    if (id == null) {
      probes.add(Probe.skipped("tasks", "Tasks are read by project, and no project can be seen."));
    } else {
      probe("tasks", "Tasks can be read.", Api.stories(id, null, 0, 1));
    }
  }

  private void probe(String name, String good, String path) {
    try {
      client.get(path);
      probes.add(Probe.passed(name, good));
    } catch (FaultException e) {
      probes.add(Probe.failed(name, e.fault().message()));
    }
  }
}

package io.tyto.server.pipelines.work;

import io.tyto.server.pipelines.gate.GateKeeper;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Holdback;
import io.tyto.server.pipelines.gate.Subjects;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.task.DeployTask;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.spi.delivery.Evidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the gates again, right before a deployment. */
@Component
class GatesWorker implements EffectWorker {
  private final GateKeeper gates;
  private final Subjects subjects;
  private final DeployTask deploy;
  private final VerdictStore overrides;
  private final Holdback holdback;

  GatesWorker(
      GateKeeper gates,
      Subjects subjects,
      DeployTask deploy,
      VerdictStore overrides,
      Holdback holdback) {
    this.gates = gates;
    this.subjects = subjects;
    this.deploy = deploy;
    this.overrides = overrides;
    this.holdback = holdback;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.GATES;
  }

  @Override
  public WorkResult start(Job job) {
    TaskContext context = job.context();
    List<Target> targets = deploy.targetsOf(context);
    List<GateVerdict> verdicts =
        gates.ask(
            subjects.of(
                GateSubject.Moment.DEPLOYMENT,
                context.run().header().load(),
                context.pipeline(),
                targets,
                context.promoter()));
    Optional<Bypass> asked = overrides.override(context.task());
    boolean production = targets.stream().anyMatch(Target::production);
    boolean lifted = asked.filter(by -> !production || by.confirmedBy() != null).isPresent();
    String override = asked.map(by -> "\nOVERRIDE  " + said(by)).orElse("");
    List<Evidence> evidence =
        List.of(new Evidence("gates.txt", "text/plain", lines(verdicts) + override));
    List<GateVerdict> stops =
        verdicts.stream().filter(lifted ? GateVerdict::stopsForGood : GateVerdict::stops).toList();
    if (!stops.isEmpty()) {
      return new WorkResult.Refused(code(stops), messages(stops) + help(stops, asked), evidence);
    }
    Optional<Instant> until =
        verdicts.stream()
            .map(GateVerdict::until)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    return !holdback.passed(context.task())
            && until.isPresent()
            && until.get().isAfter(context.now())
        ? new WorkResult.Parked(
            until.get(), messages(verdicts.stream().filter(v -> v.until() != null).toList()))
        : new WorkResult.Done("", evidence);
  }

  private static String code(List<GateVerdict> stops) {
    return stops.stream().anyMatch(GateVerdict::stopsForGood)
        ? stops.getFirst().code()
        : GateVerdict.OVERRIDABLE;
  }

  /** What clears the stop, when people may. */
  private static String help(List<GateVerdict> stops, Optional<Bypass> asked) {
    if (stops.stream().anyMatch(GateVerdict::stopsForGood)) {
      return "";
    }
    return asked
        .map(by ->
            " Overridden by %s. On Production a second person confirms it: retry with override."
                .formatted(said(by)))
        .orElse(" To pass it nevertheless, retry with override and a reason.");
  }

  private static String said(Bypass by) {
    return by.askedName() + ": " + by.reason();
  }

  private static String messages(List<GateVerdict> verdicts) {
    return verdicts.stream().map(GateVerdict::said).collect(Collectors.joining(" "));
  }

  private static String lines(List<GateVerdict> verdicts) {
    return verdicts.stream()
        .map(v -> v.verdict() + "  " + v.code() + "  " + v.said())
        .collect(Collectors.joining("\n"));
  }
}

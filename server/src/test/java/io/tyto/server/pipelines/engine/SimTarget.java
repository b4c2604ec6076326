package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.engine.SimOracle.Operation;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.FakeTarget.Settings;
import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.spi.CheckReport;
import io.tyto.spi.Connection;
import io.tyto.spi.Descriptor;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpCall;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.Reversible;
import io.tyto.spi.delivery.Validator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Targets that take time, refuse, lose answers before and after the work, and answer late. */
final class SimTarget
    implements ReleaseTarget<Settings>, Reversible<Settings>, Validator<Settings> {
  /** Nothing new for so long after the intent means that it did not happen. */
  private static final long SETTLE = 30_000;

  private final SimLoop loop;
  private final SimOracle oracle;
  private final Memory memory;
  private final Function<Class<?>, Object> beans;
  private final Descriptor<Settings> descriptor = new FakeTarget().descriptor();
  private final EffectClass effectClass;
  double trouble = 0.3;

  SimTarget(
      SimLoop loop,
      SimOracle oracle,
      Memory memory,
      Function<Class<?>, Object> beans,
      EffectClass effectClass) {
    this.loop = loop;
    this.oracle = oracle;
    this.memory = memory;
    this.beans = beans;
    this.effectClass = effectClass;
  }

  @Override
  public Descriptor<Settings> descriptor() {
    return descriptor;
  }

  @Override
  public URI baseUrl(Settings settings, URI credentialApiUrl) {
    return URI.create(settings.url());
  }

  @Override
  public CheckReport check(Connection<Settings> to) {
    return new CheckReport(List.of());
  }

  @Override
  public EffectClass effectClass() {
    return effectClass;
  }

  @Override
  public boolean together() {
    return false;
  }

  @Override
  public Plan plan(Connection<Settings> at, Delivery delivery) {
    return new Plan(List.of());
  }

  @Override
  public Before look(Connection<Settings> at, Delivery delivery) {
    loop.pause(loop.between(20, 300));
    maybeFault(0.1);
    return new Before(count(at, delivery) + "|" + loop.now());
  }

  private long count(Connection<Settings> at, Delivery delivery) {
    Delivery.Item item = delivery.items().getFirst();
    return oracle.at(at.settings().url()).stream()
        .filter(o -> o.artifact.equals(item.externalId()))
        .count();
  }

  private void maybeFault(double share) {
    if (loop.chance(share * trouble)) {
      throw new FaultException(Fault.of(Fault.Kind.UNAVAILABLE, "502"));
    }
  }

  @Override
  public Progress start(Connection<Settings> at, Delivery delivery, DeliveryKey key) {
    loop.pause(loop.between(50, 3_000));
    at.http().send(HttpCall.post("/upload"));
    loop.pause(loop.between(50, 3_000));
    at.http().send(HttpCall.post("/deploy"));
    if (!loop.chance(trouble)) {
      begin(at, delivery, key);
      loop.pause(loop.between(5, 2_000));
      return working(key);
    }
    return troubled(at, delivery, key);
  }

  private Progress troubled(Connection<Settings> at, Delivery delivery, DeliveryKey key) {
    return switch (loop.random.nextInt(8)) {
      case 0, 1 -> {
        begin(at, delivery, key);
        loop.pause(loop.between(5, 60_000));
        yield lost();
      }
      case 2 -> {
        loop.pause(loop.between(5, 60_000));
        yield lost();
      }
      case 3 -> {
        loop.spawn(LATE, loop.between(1_000, 15_000), () -> begin(at, delivery, key));
        loop.pause(loop.between(5, 2_000));
        yield lost();
      }
      case 4 -> new Progress.Refused("8", "Return code 8", List.of());
      case 5 -> new Progress.Broken(Fault.of(Fault.Kind.UNREACHABLE, "No route to the target"));
      case 6 ->
          new Progress.Broken(
              new Fault(
                  Fault.Kind.TOO_MANY_REQUESTS,
                  "slowly",
                  Duration.ofSeconds(loop.between(1, 100)),
                  null,
                  null));
      default -> {
        begin(at, delivery, key);
        throw new IllegalStateException("a bug in the connector");
      }
    };
  }

  /** Version and parameters; deploying again with other ones is another thing. */
  private static String content(Delivery.Item item) {
    return item.version() + " " + item.parameters();
  }

  private static final SimLoop.Node LATE = new SimLoop.Node("network");

  private static Progress lost() {
    return new Progress.Broken(Fault.of(Fault.Kind.UNKNOWN, "No answer came"));
  }

  private Progress.Working working(DeliveryKey key) {
    return new Progress.Working(
        new Handle(key.value()), Duration.ofSeconds(loop.between(5, 40)), "Working");
  }

  private void begin(Connection<Settings> at, Delivery delivery, DeliveryKey key) {
    memory.quietly(() -> {
      EffectStore effects = (EffectStore) beans.apply(EffectStore.class);
      RunStore runs = (RunStore) beans.apply(RunStore.class);
      VerdictStore verdicts = (VerdictStore) beans.apply(VerdictStore.class);
      String id = key.value().substring(0, key.value().lastIndexOf('.'));
      Effect effect = effects.find(id).orElseThrow();
      Delivery.Item item = delivery.items().getFirst();
      long ends = loop.now() + loop.between(5_000, loop.chance(0.1) ? 900_000 : 120_000);
      oracle.begins(
          new Operation(
              at.settings().url(),
              item.externalId(),
              content(item),
              key.value(),
              loop.now(),
              ends,
              loop.chance(0.05)),
          effect,
          runs.find(effect.runId()).orElseThrow(),
          verdicts.ofRun(effect.runId()));
      return null;
    });
  }

  @Override
  public Progress poll(Connection<Settings> at, Handle handle) {
    loop.pause(loop.between(5, 1_000));
    if (loop.chance(0.1 * trouble)) {
      return lost();
    }
    Operation operation =
        oracle.at(at.settings().url()).reversed().stream()
            .filter(o -> o.key.equals(handle.value()))
            .findFirst()
            .orElseThrow();
    if (operation.ends > loop.now()) {
      return working(new DeliveryKey(handle.value()));
    }
    return operation.fails
        ? new Progress.Refused("12", "Did not start", List.of())
        : new Progress.Done("Started.", List.of());
  }

  @Override
  public Finding find(Connection<Settings> at, Delivery delivery, DeliveryKey key, Before before) {
    loop.pause(loop.between(5, 1_000));
    maybeFault(0.3);
    if (effectClass == EffectClass.NEITHER) {
      return new Finding.CannotTell(List.of(new Evidence("why.txt", "text/plain", "no log")));
    }
    String[] seen = before.value().split("\\|");
    Delivery.Item item = delivery.items().getFirst();
    if (count(at, delivery) > Long.parseLong(seen[0])) {
      return new Finding.Happened(
          new Handle(oracle.last(at.settings().url(), item.externalId()).key));
    }
    return loop.now() < Long.parseLong(seen[1]) + SETTLE
        ? new Finding.TooEarly(Duration.ofSeconds(5))
        : new Finding.DidNot("nothing newer");
  }

  @Override
  public Backup backUp(Connection<Settings> at, Delivery.Item item) {
    loop.pause(loop.between(5, 500));
    return new Backup("before " + item.externalId(), new byte[] {1});
  }

  @Override
  public Progress rollBack(
      Connection<Settings> at, Delivery.Item item, Backup backup, DeliveryKey key) {
    loop.pause(loop.between(5, 500));
    oracle.at(at.settings().url()).stream()
        .filter(o -> o.artifact.equals(item.externalId()))
        .forEach(o -> o.takenBack = true);
    maybeFault(0.3);
    return new Progress.Done("Back.", List.of());
  }

  @Override
  public List<CheckFinding> validate(Connection<Settings> at, Delivery delivery, String check) {
    loop.pause(loop.between(5, 500));
    maybeFault(0.1);
    return List.of();
  }
}

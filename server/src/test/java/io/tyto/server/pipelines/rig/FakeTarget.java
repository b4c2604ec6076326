package io.tyto.server.pipelines.rig;

import io.tyto.spi.CheckReport;
import io.tyto.spi.Connection;
import io.tyto.spi.Descriptor;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.ManualImport;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.Reversible;
import io.tyto.spi.delivery.TransportRelease;
import io.tyto.spi.delivery.Validator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A target that does as told and keeps a ledger of what was really done to it. */
public final class FakeTarget
    implements ReleaseTarget<FakeTarget.Settings>,
        Reversible<FakeTarget.Settings>,
        TransportRelease<FakeTarget.Settings>,
        ManualImport<FakeTarget.Settings>,
        Validator<FakeTarget.Settings> {

  /** Where it is. */
  public record Settings(String url, boolean byHand) {}

  /** How the next start ends. */
  public enum Next {
    WORK,
    DO_AND_LOSE_ANSWER,
    LOSE_BEFORE_DOING,
    REFUSE,
    UNREACHABLE,
    BE_KILLED_BEFORE,
    BE_KILLED_AFTER,
    THROW
  }

  public final List<String> ledger = new ArrayList<>();
  public final List<String> atWork = new ArrayList<>();
  public int mostAtOnceInOnePlace;
  public final Deque<Next> script = new ArrayDeque<>();
  public EffectClass effectClass = EffectClass.VERIFIABLE;
  public boolean together;
  public int pollsUntilDone = 1;
  public List<CheckFinding> findings = List.of();

  /** Answers of the next starts, before {@link #script}; nothing is done then. */
  public final Deque<Progress> answers = new ArrayDeque<>();

  /** Answers to the next roll backs. */
  public final Deque<Progress> rollBacks = new ArrayDeque<>();

  /** Answers to the next looks at work that goes on. */
  public final Deque<Supplier<Progress>> polled = new ArrayDeque<>();

  /** Answers to the next questions whether it happened. */
  public final Deque<Supplier<Finding>> found = new ArrayDeque<>();

  /** What somebody else does there. */
  public @Nullable String underWay;

  /** What it was told when it was asked whether it happened. */
  public final List<Before> questions = new ArrayList<>();

  /** What comes between while somebody looks or starts. */
  public Runnable whileLooking = () -> {};

  public Consumer<Connection<Settings>> whileStarting = at -> {};

  public Runnable whileValidating = () -> {};

  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Integer> polls = new HashMap<>();

  @Override
  public Descriptor<Settings> descriptor() {
    return new Descriptor<>(
        "fake",
        "Fake",
        Settings.class,
        List.of(),
        List.of(
            new Descriptor.DeliverableKind("cpi-artifact", "Artifact", "Artifacts", false),
            new Descriptor.DeliverableKind("transport", "Transport", "Transports", false)),
        List.of(new Descriptor.CheckKind("downgrade", "Downgrade", Descriptor.At.TARGET)));
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
    return together;
  }

  @Override
  public Plan plan(Connection<Settings> at, Delivery delivery) {
    return new Plan(List.of());
  }

  @Override
  public Progress start(Connection<Settings> at, Delivery delivery, DeliveryKey key) {
    whileStarting.accept(at);
    if (!answers.isEmpty()) {
      return answers.poll();
    }
    Next next = script.isEmpty() ? Next.WORK : script.poll();
    String what = subject(at, delivery);
    return switch (next) {
      case WORK -> work("deploy " + what, key, at.settings().url());
      case DO_AND_LOSE_ANSWER -> {
        ledger.add("deploy " + what);
        yield lost();
      }
      case LOSE_BEFORE_DOING -> lost();
      case REFUSE -> new Progress.Refused("8", "Return code 8", List.of());
      case UNREACHABLE ->
          new Progress.Broken(Fault.of(Fault.Kind.UNREACHABLE, "No route to the target"));
      case BE_KILLED_BEFORE -> throw new Killed("before doing");
      case BE_KILLED_AFTER -> {
        ledger.add("deploy " + what);
        throw new Killed("after doing");
      }
      case THROW -> throw new IllegalStateException("a bug in the connector");
    };
  }

  private Progress work(String what, DeliveryKey key, String place) {
    ledger.add(what);
    atWork.add(key.value());
    places.put(key.value(), place);
    int here = (int) atWork.stream().filter(k -> place.equals(places.get(k))).count();
    mostAtOnceInOnePlace = Math.max(mostAtOnceInOnePlace, here);
    return new Progress.Working(new Handle(key.value()), Duration.ofSeconds(2), "Working");
  }

  private static Progress lost() {
    return new Progress.Broken(Fault.of(Fault.Kind.UNKNOWN, "No answer came"));
  }

  @Override
  public Progress poll(Connection<Settings> at, Handle handle) {
    if (!polled.isEmpty()) {
      return polled.poll().get();
    }
    int seen = polls.merge(handle.value(), 1, Integer::sum);
    if (seen < pollsUntilDone) {
      return new Progress.Working(handle, Duration.ofSeconds(2), "Still working");
    }
    atWork.remove(handle.value());
    return new Progress.Done(
        "Done at the target.", List.of(new Evidence("log.txt", "text/plain", handle.value())));
  }

  @Override
  public Before look(Connection<Settings> at, Delivery delivery) {
    whileLooking.run();
    return new Before(Long.toString(count("deploy " + subject(at, delivery))), underWay);
  }

  @Override
  public Finding find(Connection<Settings> at, Delivery delivery, DeliveryKey key, Before before) {
    questions.add(before);
    if (!found.isEmpty()) {
      return found.poll().get();
    }
    if (effectClass == EffectClass.NEITHER) {
      return new Finding.CannotTell(List.of(new Evidence("why.txt", "text/plain", "no log")));
    }
    return count("deploy " + subject(at, delivery)) > Long.parseLong(before.value())
        ? new Finding.Happened(new Handle(key.value()))
        : new Finding.DidNot("no newer version");
  }

  public long count(String entry) {
    return ledger.stream().filter(entry::equals).count();
  }

  private static String subject(Connection<Settings> at, Delivery delivery) {
    return delivery.items().stream()
            .map(item -> item.externalId() + " " + item.version())
            .collect(Collectors.joining("+"))
        + " at "
        + at.settings().url();
  }

  @Override
  public Backup backUp(Connection<Settings> at, Delivery.Item item) {
    return new Backup("before " + item.externalId(), new byte[] {1});
  }

  @Override
  public Progress rollBack(
      Connection<Settings> at, Delivery.Item item, Backup backup, DeliveryKey key) {
    ledger.add("roll back " + item.externalId() + " to " + backup.value());
    return rollBacks.isEmpty() ? new Progress.Done("Back.", List.of()) : rollBacks.poll();
  }

  @Override
  public Progress release(Connection<Settings> at, String number, String digest, DeliveryKey key) {
    String entry = "release " + number;
    if (count(entry) == 0) {
      ledger.add(entry);
    }
    return new Progress.Done("Released " + number + ".", List.of());
  }

  @Override
  public Progress pollRelease(Connection<Settings> at, Handle handle) {
    return new Progress.Done("Released.", List.of());
  }

  @Override
  public boolean byHand(Settings settings) {
    return settings.byHand();
  }

  @Override
  public String instructions(Settings settings, Delivery delivery) {
    return delivery.items().stream()
        .map(item -> "Import " + item.externalId())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public List<CheckFinding> validate(Connection<Settings> at, Delivery delivery, String check) {
    whileValidating.run();
    return findings;
  }
}

package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Sha256;
import io.tyto.spi.SettingsException;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.ManualImport;
import io.tyto.spi.delivery.ReleaseTarget;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What still has to go to a target, and in how many pieces. */
@Component
public class Shipments {
  private final Environments environments;
  private final Connections connections;
  private final EffectStore effects;

  Shipments(Environments environments, Connections connections, EffectStore effects) {
    this.environments = environments;
    this.connections = connections;
    this.effects = effects;
  }

  /** Deliverables whose exact content we did not bring there yet, or brought and took back. */
  List<Deliverable> missing(TaskContext context, Target target) {
    EnvironmentId at = target.environment().id();
    return undelivered(target).stream().filter(d -> !carried(context, at, d)).toList();
  }

  /** Deliverables of a target whose exact content is not there by us. */
  public List<Deliverable> undelivered(Target target) {
    EnvironmentId at = target.environment().id();
    return target.deliverables().stream().filter(d -> !arrived(at, d)).toList();
  }

  /** Whether something that an effect was to bring has come there by us since it was ordered. */
  public boolean arrived(TaskContext context, Effect effect) {
    EnvironmentId at = Objects.requireNonNull(effect.environmentId());
    return context.deliverables(effect.payload().deliverables()).stream()
        .anyMatch(d -> arrived(at, d));
  }

  /**
   * The last thing we brought there under that id was this, with these parameters. What has neither
   * version nor content (a transport request) cannot change: it is brought once.
   */
  private boolean arrived(EnvironmentId at, Deliverable deliverable) {
    return effects
        .lastBrought(at, deliverable.kind(), externalId(deliverable))
        .filter(last ->
            deliverable.version() == null && deliverable.contentDigest() == null
                || last.digest().equals(digest(deliverable))
                    && last.parameters().equals(parameters(at, deliverable)))
        .isPresent();
  }

  /**
   * A roll back puts back what was there before a deployment. What came on top of that deployment
   * would go with it, unasked.
   *
   * @param deployed effects that are to be rolled back
   * @throws Refusal when another one brought the same there since
   */
  public void requireNewest(
      Collection<String> deployed, EnvironmentId at, List<Deliverable> deliverables) {
    for (Deliverable each : deliverables) {
      effects
          .lastBrought(at, each.kind(), externalId(each))
          .filter(last -> !deployed.contains(last.effectId()))
          .ifPresent(last -> {
            throw new Refusal(
                RunRefusal.NEWER_THERE,
                "Run %s brought another state of %s there since. Roll that back first, or promote what you want to have there."
                    .formatted(last.runId(), each.name()));
          });
    }
  }

  private String parameters(EnvironmentId at, Deliverable deliverable) {
    return new Sha256()
        .add(
            environments.parameterValues(
                deliverable.workItem().project(), at, externalId(deliverable)))
        .hex();
  }

  /**
   * Right before it is sent: remembers with which values, to know later what is there.
   *
   * @return whether they are other ones than were remembered
   */
  public boolean sending(Effect effect, List<Deliverable> deliverables, Delivery delivery) {
    boolean changed = false;
    for (int i = 0; i < deliverables.size(); i++) {
      String values = new Sha256().add(delivery.items().get(i).parameters()).hex();
      changed |= effects.carries(effect.id(), deliverables.get(i).id(), values);
    }
    return changed;
  }

  /** Already on its way by an effect of this attempt. */
  private static boolean carried(TaskContext context, EnvironmentId at, Deliverable deliverable) {
    return context.effects().stream()
        .filter(e -> e.kind() == EffectKind.DEPLOY && at.equals(e.environmentId()))
        .filter(e -> e.outcome().open())
        .anyMatch(e -> e.payload().deliverables().contains(deliverable.id()));
  }

  List<Effect.Order> orders(TaskContext context, Target target, Map<String, String> options) {
    List<Deliverable> missing = missing(context, target);
    if (missing.isEmpty()) {
      return List.of();
    }
    Opened<ReleaseTarget<Record>> open =
        connections.open(environments.spec(target.environment().id()), ReleaseTarget.class);
    String busyKey = busyKey(target.environment(), open);
    return open.connector().together()
        ? List.of(order(EffectKind.DEPLOY, target.environment().id(), busyKey, missing, options))
        : missing.stream()
            .map(d ->
                order(EffectKind.DEPLOY, target.environment().id(), busyKey, List.of(d), options))
            .toList();
  }

  /** An order that holds the system while it is worked on. */
  Effect.Order order(
      EffectKind kind,
      EnvironmentId at,
      String busyKey,
      List<Deliverable> deliverables,
      Map<String, String> options) {
    return order(kind, at, busyKey, deliverables, options, d -> parameters(at, d));
  }

  private static Effect.Order order(
      EffectKind kind,
      EnvironmentId at,
      String busyKey,
      List<Deliverable> deliverables,
      Map<String, String> options,
      Function<Deliverable, String> parameters) {
    List<String> ids = deliverables.stream().map(Deliverable::id).toList();
    List<Effect.Item> items =
        deliverables.stream()
            .map(d ->
                new Effect.Item(
                    d.id(), d.kind(), externalId(d), d.version(), digest(d), parameters.apply(d)))
            .toList();
    return new Effect.Order(kind, at, busyKey, new Effect.Payload(ids, options), items);
  }

  /**
   * For what a person vouches for there. Where we sent it and heard nothing, it went with the
   * values of then, whatever they are by now.
   */
  public Effect.Order handOrder(EnvironmentId at, List<Deliverable> deliverables) {
    return order(
        EffectKind.DEPLOY,
        at,
        "hand:" + at.value(),
        deliverables,
        Map.of("by", "hand"),
        d ->
            effects
                .leftUnanswered(at, d.kind(), externalId(d), digest(d))
                .orElseGet(() -> parameters(at, d)));
  }

  /** Deliverables of a target that a person carries. */
  public List<Deliverable> forHand(TaskContext context, Target target) {
    return byHand(target.environment()) ? missing(context, target) : List.of();
  }

  boolean byHand(EnvironmentView environment) {
    if (!connections.can(environment.connector(), ManualImport.class)) {
      return false;
    }
    Opened<ManualImport<Record>> open =
        connections.open(environments.spec(environment.id()), ManualImport.class);
    return open.connector().byHand(open.connection().settings());
  }

  String instructions(EnvironmentView environment, List<Deliverable> deliverables) {
    Opened<ManualImport<Record>> open =
        connections.open(environments.spec(environment.id()), ManualImport.class);
    List<Delivery.Item> items =
        deliverables.stream()
            .map(d ->
                new Delivery.Item(
                    d.kind(),
                    externalId(d),
                    d.name(),
                    d.version(),
                    digest(d),
                    null,
                    Map.of(),
                    d.facts(),
                    d.objects(),
                    false))
            .toList();
    return open.connector()
        .instructions(open.connection().settings(), new Delivery(items, Map.of()));
  }

  /** A system is busy as a whole, whatever client or environment of it is meant. */
  static String busyKey(EnvironmentView environment, Opened<ReleaseTarget<Record>> open) {
    try {
      return environment.connector()
          + ":"
          + open.connector().baseUrl(open.connection().settings(), null).getAuthority();
    } catch (SettingsException addressInCredential) {
      return environment.connector() + ":" + environment.id().value();
    }
  }

  public static String externalId(Deliverable deliverable) {
    return Objects.requireNonNullElse(deliverable.externalId(), deliverable.id());
  }

  public static String digest(Deliverable deliverable) {
    return Objects.requireNonNullElse(deliverable.digest(), "");
  }
}

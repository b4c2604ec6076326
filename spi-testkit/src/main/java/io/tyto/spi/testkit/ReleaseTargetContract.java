package io.tyto.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tyto.spi.Connection;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every target keeps to; judged by the target's own ledger. */
public abstract class ReleaseTargetContract<S extends Record> extends ConnectorContract<S> {
  private static final int LOOKS = 500;
  private static final DeliveryKey KEY = new DeliveryKey("contract-1");

  @Override
  protected abstract ReleaseTarget<S> connector();

  /** Something that can be delivered, fresh for each test. */
  protected abstract Delivery delivery();

  /** How often the target really carried it out. */
  protected abstract int done();

  /** How much of anything the target was changed by, preparations included. */
  protected abstract int changes();

  /** From now on the answer to the guarded last call is lost, once, after the work was done. */
  protected abstract void loseTheAnswer();

  /** Lets the landscape's and the connection's time go by. */
  protected abstract void pass(Duration time);

  @Test
  void plansWithoutChangingAnything() {
    assertThat(connector().plan(connection(), delivery()).changes()).isNotEmpty();
    assertThat(changes()).isZero();
  }

  @Test
  void looksWithoutChangingAnything() {
    connector().look(connection(), delivery());
    assertThat(changes()).isZero();
  }

  @Test
  void deliversOnceAndComesToAnEnd() {
    Progress end = end(connector().start(connection(), delivery(), KEY));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(done()).isOne();
  }

  @Test
  void saysThatNothingHappenedWhenNothingDid() {
    Delivery delivery = delivery();
    Before before = connector().look(connection(), delivery);
    Finding finding = settled(connection(), delivery, before);
    if (connector().effectClass() == EffectClass.NEITHER) {
      assertThat(finding).isNotInstanceOf(Finding.Happened.class);
    } else {
      assertThat(finding).isInstanceOf(Finding.DidNot.class);
    }
    assertThat(done()).isZero();
  }

  @Test
  void findsOutTheTruthAfterALostAnswer() {
    Delivery delivery = delivery();
    Before before = connector().look(connection(), delivery);
    loseTheAnswer();
    Progress progress = connector().start(connection(), delivery, KEY);
    assertThat(done()).as("the work was done once though its answer was lost").isOne();
    if (progress instanceof Progress.Broken(var fault)) {
      assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN);
      switch (settled(connection(), delivery, before)) {
        case Finding.Happened(Handle handle) ->
            assertThat(end(connector().poll(connection(), handle)))
                .isInstanceOf(Progress.Done.class);
        case Finding.CannotTell(var evidence) -> {
          assertThat(connector().effectClass()).isEqualTo(EffectClass.NEITHER);
          assertThat(evidence).isNotEmpty();
        }
        case Finding.DidNot(String why) -> fail("it did happen, but is told not to have: " + why);
        case Finding.TooEarly _ -> fail("never settled");
      }
    } else {
      assertThat(end(progress)).isInstanceOf(Progress.Done.class);
    }
    assertThat(done()).isOne();
  }

  @ParameterizedTest
  @MethodSource("brokenSides")
  void startsWithoutThrowing(Answering broken) {
    Progress progress = connector().start(broken.in(connection()), delivery(), KEY);
    assertThat(progress)
        .isInstanceOfAny(Progress.Broken.class, Progress.Refused.class, Progress.Working.class);
    assertThat(done()).isZero();
  }

  private Progress end(Progress begun) {
    Progress progress = begun;
    for (int i = 0; i < LOOKS && progress instanceof Progress.Working working; i++) {
      assertThat(working.lookAgainIn()).isPositive();
      pass(working.lookAgainIn());
      progress = connector().poll(connection(), working.handle());
    }
    return progress;
  }

  private Finding settled(Connection<S> at, Delivery delivery, Before before) {
    Finding finding = connector().find(at, delivery, KEY, before);
    for (int i = 0; i < LOOKS && finding instanceof Finding.TooEarly(Duration again); i++) {
      pass(again);
      finding = connector().find(at, delivery, KEY, before);
    }
    return finding;
  }
}

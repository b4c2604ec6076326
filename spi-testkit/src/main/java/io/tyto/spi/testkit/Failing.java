package io.tyto.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.spi.FaultException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that a reading ends with a fault of the right kind, told in words. */
final class Failing {

  static void rightly(Answering broken, ThrowingCallable reading) {
    Assertions.assertThatExceptionOfType(FaultException.class)
        .isThrownBy(reading)
        .satisfies(e -> {
          assertThat(e.fault().kind()).isIn(broken.kinds());
          assertThat(e.fault().message()).isNotBlank();
          String excerpt = e.fault().excerpt();
          assertThat(excerpt == null ? 0 : excerpt.length()).isLessThanOrEqualTo(500);
        });
  }

  private Failing() {}
}

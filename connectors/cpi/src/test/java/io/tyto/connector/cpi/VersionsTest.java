package io.tyto.connector.cpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void comparesNumbersAsNumbers() {
    assertThat(Versions.compare("1.10.0", "1.9.0")).isPositive();
    assertThat(Versions.compare("1.0", "1.0.0")).isZero();
    assertThat(Versions.compare("1.0.3", "1.1")).isNegative();
  }
}

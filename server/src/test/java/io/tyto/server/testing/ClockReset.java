package io.tyto.server.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ends what a test did to the clock that all tests share. */
class ClockReset implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    TestClock.SHARED.reset();
  }
}

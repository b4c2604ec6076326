package io.tyto.server.testing;

import io.tyto.postgres.testing.TestDatabase;
import io.tyto.server.platform.database.Database;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts an empty database, a clock, a folder and the simulated landscape under the server. */
class TestSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.create();
    context
        .getBeanFactory()
        .registerSingleton(
            "database", Database.at(database.jdbcUrl(), database.username(), database.password()));
    context.getBeanFactory().registerSingleton("clock", TestClock.SHARED);
    TestPropertyValues.of("tyto.data=" + folder()).applyTo(context);
  }

  /** One landscape a JVM; started when a test first asks for it. */
  static Simulator simulator() {
    return Landscape.SIMULATOR;
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("tyto-test-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException noTemp) {
      throw new UncheckedIOException(noTemp);
    }
  }

  private static final class Landscape {
    static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.defaults());

    private Landscape() {}
  }
}

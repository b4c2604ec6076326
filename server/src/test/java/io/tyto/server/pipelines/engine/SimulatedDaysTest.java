package io.tyto.server.pipelines.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.Pipes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Weeks of three nodes from a seed, in virtual time. {@code -Dtyto.seed=7 -Dtyto.seeds=10
 * -Dtyto.days=250} choose; a failure says its seed, and the same seed fails again.
 */
class SimulatedDaysTest {
  private static final long SEED = Long.getLong("tyto.seed", 1);
  private static final int SEEDS = Integer.getInteger("tyto.seeds", 4);
  private static final int DAYS = Integer.getInteger("tyto.days", 20);
  private static final int NODES = 3;

  static {
    ((Logger) LoggerFactory.getLogger("io.tyto")).setLevel(Level.OFF);
  }

  record Outcome(long steps, long deployments, String figures) {}

  @Test
  void keepsItsPromisesOnEveryDay() throws InterruptedException {
    long cpu = cpu();
    long deployments = 0;
    long steps = 0;
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      Outcome outcome = live(seed, DAYS);
      deployments += outcome.deployments();
      steps += outcome.steps();
      System.out.println("seed " + seed + ": " + outcome.figures());
    }
    double minutes = (cpu() - cpu) / 60e9;
    System.out.printf(
        "%d simulated days, %d deployments, %d steps, %.2f CPU minutes: %.0f days a CPU minute%n",
        SEEDS * DAYS, deployments, steps, minutes, SEEDS * DAYS / minutes);
    assertThat(deployments).isPositive();
  }

  @Test
  void replaysFromItsSeed() throws InterruptedException {
    assertThat(live(SEED + 1, 3)).isEqualTo(live(SEED + 1, 3));
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static Outcome live(long seed, int days) throws InterruptedException {
    try (SimCluster cluster = new SimCluster(seed, NODES)) {
      cluster.world.pipeline(pipeline());
      SimPeople people = new SimPeople(cluster);
      SimWatch watch = new SimWatch(cluster);
      cluster.loop.run(Duration.ofDays(days));
      cluster.calm = true;
      cluster.target.trouble = 0;
      cluster.loop.run(Duration.ofHours(12));
      watch.nothingIsStuck();
      return new Outcome(
          cluster.loop.steps,
          cluster.oracle.deployments,
          "%d deployments, %d kills, %d freezes, %d taken over, %s"
              .formatted(
                  cluster.oracle.deployments,
                  cluster.kills,
                  cluster.freezes,
                  cluster.scheduler.takenOver,
                  people));
    } catch (Error broken) {
      throw new AssertionError(
          "-Dtyto.seed=%d -Dtyto.seeds=1 -Dtyto.days=%d".formatted(seed, days), broken);
    }
  }

  private static PipelineDefinition pipeline() {
    return new PipelineDefinition(
        "simulated",
        null,
        List.of(
            new Stage(
                "QA",
                List.of(
                    Pipes.task("Build", new TaskSpec.Build()),
                    Pipes.task("Check", new TaskSpec.Validate(List.of("downgrade"), false)),
                    Pipes.task("Approve QA", Pipes.approve(people(), 1, "promoter")),
                    Pipes.parallel("To QA", "both", Pipes.deploy("CPI-QA", true)),
                    Pipes.parallel("To DEV", "both", Pipes.deploy("CPI-DEV", false)),
                    Pipes.task(
                        "Look", new TaskSpec.Manual(people(), "Look at it", false, List.of())))),
            new Stage(
                "PROD",
                List.of(
                    Pipes.task("Wait", new TaskSpec.WaitForPromotion()),
                    Pipes.task("Approve PROD", Pipes.approve(people(), 2, "promoter")),
                    Pipes.task("To PROD", Pipes.deploy("CPI-PROD", true))))));
  }

  private static List<String> people() {
    return List.of("role:release-manager");
  }
}

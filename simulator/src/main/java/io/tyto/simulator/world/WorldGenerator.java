package io.tyto.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Fills a project with any number of features and stories. What the items have in common is one
 * object for all of them, so that a million stories fit a small heap.
 */
public final class WorldGenerator {
  private static final String[] VERBS = {
    "Show", "Check", "Print", "Approve", "Reverse", "Copy", "Archive", "Explain", "Forward", "Lock"
  };
  private static final String[] NOUNS = {
    "the sales order", "the delivery note", "a rebate settlement", "the credit memo",
    "an intercompany invoice", "the price condition", "a handling unit", "the dunning letter",
    "the bank statement", "a service contract", "the batch record", "an open item"
  };
  private static final String[] TAILS = {
    "for the shared service centre",
    "by sales area",
    "with two signatures",
    "at month end",
    "in the customer's language",
    "without a paper form",
    "for the auditor"
  };

  private final AlmWorld world;
  private final UUID project;
  private final SplittableRandom random;
  private final List<Map<String, Object>> variants = new ArrayList<>();

  private WorldGenerator(AlmWorld world, UUID project, long seed) {
    this.world = world;
    this.project = project;
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < 64; i++) {
      variants.add(variant(i));
    }
  }

  /** Adds so many features and stories; every story lies under one feature, if there is any. */
  public static void fill(AlmWorld world, UUID project, int features, int stories) {
    new WorldGenerator(world, project, 31L * features + stories).fill(features, stories);
  }

  private void fill(int features, int stories) {
    Instant base = world.clock().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(365));
    List<List<UUID>> parents = new ArrayList<>(features);
    for (int i = 0; i < features; i++) {
      parents.add(List.of(feature(i, base)));
    }
    Instant created = base;
    for (int i = 0; i < stories; i++) {
      if (i % 512 == 0) {
        created = base.plusSeconds(60L * (i / 512));
      }
      List<UUID> under =
          features == 0 ? List.of() : parents.get((int) ((long) i * features / stories));
      world.tasks().add(story(i, created, under));
    }
  }

  private UUID feature(int index, Instant base) {
    FeatureStatus[] states = FeatureStatus.values();
    Feature feature =
        new Feature(
            world.newId(),
            world.features().nextNumber(),
            project,
            title(index),
            DemoText.feature(index, "It"),
            states[index % states.length],
            10 * (1 + index % 4),
            "generated." + index % 50 + "@example.com",
            null,
            null,
            null,
            List.of(),
            base.plusSeconds(random.nextLong(300L * 86_400)));
    world.features().add(feature);
    return feature.uuid();
  }

  private Task story(int index, Instant created, List<UUID> under) {
    List<String> states = List.of("CIPUSOPEN", "CIPUSINP", "CIPUSBLK", "CIPUSCLOSE", "CIPUSNO");
    return new Task(
        world.newId(),
        world.tasks().nextNumber(),
        project,
        TaskType.CALMUS,
        title(index),
        states.get(random.nextInt(states.size())),
        10 * (1 + random.nextInt(4)),
        created,
        created.plusNanos(random.nextLong(300L * 86_400_000_000_000L)),
        variants.get(random.nextInt(variants.size())),
        under);
  }

  private String title(int index) {
    return VERBS[random.nextInt(VERBS.length)]
        + ' '
        + NOUNS[random.nextInt(NOUNS.length)]
        + ' '
        + TAILS[random.nextInt(TAILS.length)]
        + " ("
        + (index + 1)
        + ')';
  }

  private static Map<String, Object> variant(int index) {
    String person = "generated." + index % 50 + "@example.com";
    return Map.of(
        "assigneeId", person,
        "assigneeName", "Person " + index % 50,
        "storyPoints", 1 + index % 13,
        "startDate", "2026-0" + (1 + index % 9) + "-05",
        "dueDate", "2026-0" + (1 + index % 9) + "-25",
        "workstream", "WS0" + (10 + index % 20),
        "description", DemoText.story(index, "Process the document"));
  }
}

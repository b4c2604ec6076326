package io.tyto.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The demo tenant: a believable project, a small one, a hidden one and a private one. Ids and texts
 * are always the same; times lie before the start of the current day.
 */
public final class DemoWorld {
  public static final String PROJECT = "Order to Cash Renewal";
  public static final String SECOND = "Warehouse Rollout North";
  public static final String HIDDEN = "Order to Cash Prototype";
  public static final String PRIVATE = "Carve-out Falcon";
  private static final String[] PEOPLE = {
    "amara.okafor",
    "jonas.weber",
    "priya.nair",
    "lucia.ferrari",
    "tomasz.nowak",
    "mei.tanaka",
    "sofia.lindqvist",
    "omar.haddad"
  };

  /** Requests that the simulated ABAP landscape knows. */
  private static final String[] TRANSPORTS = {
    "DEVK900101", "DEVK900107", "DEVK900112", "DEVK900118", "DEVK900123", "DEVK900126", "DEVK900129"
  };

  private final AlmWorld world;
  private final SplittableRandom random = new SplittableRandom(20260101);
  private final Instant day;
  private final Map<String, UUID> releases = new LinkedHashMap<>();
  private int stories;

  private DemoWorld(AlmWorld world) {
    this.world = world;
    this.day = world.clock().instant().truncatedTo(ChronoUnit.DAYS);
  }

  public static AlmWorld create(Clock clock) {
    AlmWorld world = new AlmWorld(clock, 4711);
    new DemoWorld(world).fill();
    return world;
  }

  private void fill() {
    UUID plan = plan();
    Project main =
        world.add(
            new Project(
                world.newId(),
                PROJECT,
                false,
                Project.Visibility.PUBLIC,
                "ONTRK",
                world.newId(),
                plan,
                world.newId(),
                world.newEtag()));
    boxes(main.id());
    UUID scope = world.newId();
    world.catalog().add(new Catalog.Scope(scope, main.id(), "Order to Cash Europe"));
    List<UUID> requirements = requirements(main.id());
    Map<String, UUID> features = new LinkedHashMap<>();
    for (DemoText.Line line : DemoText.orderToCash()) {
      line(main.id(), scope, line, requirements, features);
    }
    share(main.id(), features);
    noise(main.id(), features);
    small(world.newProject(SECOND, Project.Visibility.PUBLIC), 6, "Rack");
    Project hidden = world.newProject(HIDDEN, Project.Visibility.PUBLIC);
    world.change(hidden.id(), one -> one.withHidden(true, one.etag()));
    small(hidden, 1, "Prototype");
    small(world.newProject(PRIVATE, Project.Visibility.PRIVATE), 2, "Separation");
  }

  private UUID plan() {
    UUID plan = world.newId();
    world
        .catalog()
        .add(
            new Catalog.DeploymentPlan(
                plan, "S/4HANA Europe", "Releases of the European template", world.newEtag()));
    LocalDate today = day.atZone(ZoneOffset.UTC).toLocalDate();
    for (int i = 1; i <= 3; i++) {
      UUID release = world.newId();
      releases.put("R" + i, release);
      LocalDate start = today.plusMonths(3L * (i - 2)).withDayOfMonth(1);
      world
          .catalog()
          .add(
              new Catalog.Release(
                  release, plan, "O2C 26." + i, start, start.plusMonths(3).minusDays(1), i == 1));
    }
    return plan;
  }

  private void boxes(UUID project) {
    LocalDate today = day.atZone(ZoneOffset.UTC).toLocalDate();
    String[] names = {"Prepare", "Explore", "Realize", "Deploy"};
    for (int i = 0; i < names.length; i++) {
      LocalDate start = today.plusMonths(2L * i - 5);
      world
          .catalog()
          .add(
              new Catalog.Timebox(world.newId(), project, 1, names[i], start, start.plusMonths(2)));
    }
    world
        .catalog()
        .add(
            new Catalog.Timebox(
                world.newId(), project, 2, "Sprint 14", today.minusDays(6), today.plusDays(8)));
  }

  private List<UUID> requirements(UUID project) {
    String[] titles = {
      "Orders reach us without a phone call", "Prices are agreed once and kept",
      "A promised date is a kept date", "Goods leave complete and documented",
      "Freight costs what it should", "An invoice is right the first time",
      "Money is found on the day it arrives", "We know whom we trust with how much",
      "There is one record of a customer", "Systems tell each other the truth"
    };
    String[][] states = {
      {"CIPREQUINP", "IN_REALIZATION"},
      {"CIPREQUOPEN", "CREATED"},
      {"CIPREQUCLOSE", "CONFIRMED"},
      {"CIPREQUINP", "APPROVED_FOR_DEPLOYMENT"},
      {"CIPREQUINP", "TO_BE_APPROVED"}
    };
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < titles.length; i++) {
      Draft draft = dated(new Draft(world, project, TaskType.CALMREQU, titles[i]), 200 - i);
      String[] state = states[i % states.length];
      draft.status(state[0]).with("subStatus", state[1]).with("description", "<p>Why: trust.</p>");
      ids.add(draft.with("approvalState", i % 3 == 0 ? "APPROVED" : "NO_APPR_REQ").add().id());
    }
    return ids;
  }

  private void line(
      UUID project,
      UUID scope,
      DemoText.Line line,
      List<UUID> requirements,
      Map<String, UUID> features) {
    String[] workstream = line.workstream().split(" ", 2);
    UUID feature = null;
    if (!line.title().isEmpty()) {
      if (world.catalog().workstream(workstream[0]).isEmpty()) {
        world.catalog().add(new Catalog.Workstream(workstream[0], workstream[1], true));
      }
      feature = feature(project, scope, line, workstream[0], features.size());
      features.put(line.title(), feature);
    }
    UUID requirement = requirements.get(features.size() % requirements.size());
    for (String title : line.stories()) {
      story(project, feature, line, title, requirement);
    }
  }

  private UUID feature(UUID project, UUID scope, DemoText.Line line, String workstream, int index) {
    FeatureStatus status = FeatureStatus.valueOf(line.status());
    Feature feature =
        new Feature(
            world.newId(),
            world.features().nextNumber(),
            project,
            line.title(),
            DemoText.feature(index, line.title()),
            status,
            line.priority(),
            index % 6 == 5 ? null : mail(index),
            index % 4 == 0 ? null : scope,
            releases.get(line.release()),
            workstream,
            index % 5 == 0 ? List.of("go-live-critical") : List.of(),
            past(90 - index).truncatedTo(ChronoUnit.SECONDS));
    world.features().add(feature);
    boolean built = status.ordinal() >= FeatureStatus.IN_REALIZATION.ordinal();
    int place = world.notes().transports().where(one -> true).size();
    if (built && index % 3 == 0 && place < TRANSPORTS.length) {
      String transport = TRANSPORTS[place];
      world
          .notes()
          .transports()
          .add(new Notes.Transport(transport, feature.uuid(), "O2C: " + line.title(), "RELEASED"));
    }
    return feature.uuid();
  }

  private void story(
      UUID project, @Nullable UUID feature, DemoText.Line line, String title, UUID requirement) {
    int index = stories++;
    LocalDate due = day.atZone(ZoneOffset.UTC).toLocalDate().plusDays(index % 60 - 20L);
    Draft draft =
        dated(new Draft(world, project, TaskType.CALMUS, title), 120 - index % 100)
            .status(status(line.status(), index))
            .priority(10 * (1 + (index + line.priority() / 10) % 4))
            .with("description", DemoText.story(index, title))
            .with("storyPoints", new int[] {1, 2, 3, 5, 8, 13}[index % 6])
            .with("dueDate", due.toString())
            .with("startDate", due.minusDays(14).toString());
    if (index % 7 != 3) {
      draft.with("assigneeId", mail(index)).with("assigneeName", name(index));
    }
    if (!line.workstream().startsWith("-")) {
      draft.with("workstream", line.workstream().substring(0, 5));
    }
    if (index % 3 == 0) {
      draft.with("parentId", requirement.toString());
    }
    if (index % 9 == 0) {
      draft.with("tags", List.of("sprint-14"));
    }
    Task task = feature == null ? draft.add() : draft.under(feature).add();
    if (index % 10 == 4) {
      Instant at = task.changed();
      world
          .notes()
          .comments()
          .add(
              new Notes.Comment(
                  world.newId(),
                  task.id(),
                  "Please look at the test data.",
                  at,
                  mail(index + 1),
                  at));
    }
  }

  private static String status(String feature, int index) {
    return switch (feature) {
      case "CONFIRMED" -> index % 12 == 7 ? "CIPUSNO" : "CIPUSCLOSE";
      case "APPROVED_FOR_DEPLOYMENT", "SUCCESSFULLY_TESTED" -> "CIPUSCLOSE";
      case "IN_TESTING" -> index % 3 == 0 ? "CIPUSINP" : "CIPUSCLOSE";
      case "IN_REALIZATION" ->
          List.of("CIPUSINP", "CIPUSOPEN", "CIPUSBLK", "CIPUSINP", "CIPUSCLOSE").get(index % 5);
      case "NOT_PLANNED" -> "CIPUSNO";
      default -> "CIPUSOPEN";
    };
  }

  /** One story serves two features, as in the real world. */
  private void share(UUID project, Map<String, UUID> features) {
    String title = "Block the order and tell the credit clerk";
    Task task = world.tasks().select(project, one -> one.title().equals(title)).getFirst();
    List<UUID> both = new ArrayList<>(task.features());
    both.add(features.getOrDefault("Blocked order worklist", both.getFirst()));
    world.tasks().change(task.id(), one -> one.withFeatures(both));
  }

  /** What a project holds besides and no story sync may take. */
  private void noise(UUID project, Map<String, UUID> features) {
    List<UUID> owners = List.copyOf(features.values());
    String[] defects = {
      "Tax is missing on free goods", "Carrier label prints twice", "Clerk sees foreign orders",
      "Rounding of rebates", "Interface stops at midnight", "Wrong plant on the delivery"
    };
    for (int i = 0; i < defects.length; i++) {
      dated(new Draft(world, project, TaskType.CALMDEF, defects[i]), 30 - i)
          .status(i % 2 == 0 ? "CIPDFCTINP" : "CIPDFCTDONE")
          .with("subStatus", i % 2 == 0 ? "DFC_INP" : "DFC_CLOSED")
          .with("description", "<p>Steps to reproduce</p>")
          .under(owners.get(i * 5))
          .add();
    }
    String[] tasks = {
      "Book the workshop rooms",
      "Train the key users",
      "Order the scanners",
      "Plan the cut-over",
      "Load the open items",
      "Switch off the old system"
    };
    for (int i = 0; i < tasks.length; i++) {
      TaskType type = i % 3 == 2 ? TaskType.CALMTMPL : TaskType.CALMTASK;
      Task task =
          dated(new Draft(world, project, type, tasks[i]), 60 - i)
              .with("assigneeId", mail(i))
              .with("assigneeName", name(i))
              .add();
      dated(new Draft(world, project, TaskType.CALMST, "Step one of: " + tasks[i]), 50 - i)
          .with("parentId", task.id().toString())
          .add();
    }
  }

  private void small(Project project, int features, String word) {
    for (int i = 0; i < features; i++) {
      String title = word + " wave " + (i + 1);
      Feature feature =
          new Feature(
              world.newId(),
              world.features().nextNumber(),
              project.id(),
              title,
              "<p>" + title + "</p>",
              FeatureStatus.values()[(i + 1) % 7],
              30,
              mail(i),
              null,
              null,
              null,
              List.of(),
              past(40 - i).truncatedTo(ChronoUnit.SECONDS));
      world.features().add(feature);
      for (int j = 0; j < 2 + i % 2; j++) {
        dated(new Draft(world, project.id(), TaskType.CALMUS, title + ", part " + (j + 1)), 30 - i)
            .with("description", DemoText.story(i * 3 + j, title))
            .under(feature.uuid())
            .add();
      }
    }
  }

  private Draft dated(Draft draft, int daysAgo) {
    Instant created = past(daysAgo);
    Duration until = Duration.between(created, day);
    return draft.times(created, created.plusNanos(random.nextLong(Math.max(1, until.toNanos()))));
  }

  private Instant past(int daysAgo) {
    return day.minus(Duration.ofDays(daysAgo)).minusNanos(random.nextLong(36_000_000_000_000L));
  }

  private static String mail(int index) {
    return PEOPLE[index % PEOPLE.length] + "@example.com";
  }

  private static String name(int index) {
    String[] parts = PEOPLE[index % PEOPLE.length].split("\\.", -1);
    return capital(parts[0]) + " " + capital(parts[1]);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}

package io.tyto.server.pipelines.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of roles, deputies, decisions, changes and time against the rule: a deployment
 * begins only with approvals that an oracle of its own, which remembers everything, finds valid for
 * exactly what is deployed. {@code -Dtyto.sequences=100000} for the long run, {@code -Dtyto.seed=N}
 * to repeat one.
 */
class ApprovalSequencesTest {
  private static final int STEPS = 40;
  private static final List<UserId> PEOPLE =
      IntStream.range(0, 7).mapToObj(i -> new UserId("p" + i)).toList();
  private static final List<String> WORDS = List.of("promoter", "author", "earlier");

  @Test
  void deploysNothingWithoutApprovalsThatAreValidForExactlyThat() {
    Long one = Long.getLong("tyto.seed");
    int count = one == null ? Integer.getInteger("tyto.sequences", 2_000) : 1;
    int deployed = 0;
    for (int i = 0; i < count; i++) {
      long seed = one == null ? 20_261_123L + i : one;
      deployed += new Sequence(seed).play();
    }
    assertThat(deployed).as("deployments of %d sequences", count).isGreaterThan(count / 20);
  }

  /** What really happened on an approval, as an auditor would write it down. */
  private record Said(
      int approval, UserId person, UserId principal, String digest, boolean yes, boolean rightful) {

    Set<UserId> people() {
      return Set.of(person).contains(principal) ? Set.of(person) : Set.of(person, principal);
    }
  }

  private static final class Sequence {
    private final long seed;
    private final Random random;
    private final List<TaskSpec.Approve> rules = new ArrayList<>();
    private final List<List<Given>> given = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final Map<String, Set<UserId>> roles = new TreeMap<>();
    private final Map<UserId, UserId> deputies =
        new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Set<UserId> promoters = new HashSet<>();
    private final Set<UserId> authors = new HashSet<>();
    private final Instant since = Instant.parse("2026-11-22T10:00:00Z");
    private Instant now = since;
    private boolean authorUnknown;
    private String component = "FI";
    private int content;
    private int target;
    private int parameters;

    Sequence(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      for (String role : List.of("approver", "lead", "deputy-lead")) {
        roles.put(role, people());
      }
      for (int i = 0; i <= random.nextInt(2); i++) {
        rules.add(rule());
        given.add(new ArrayList<>());
      }
      promoters.add(somebody());
      authors.add(somebody());
    }

    private TaskSpec.Approve rule() {
      List<String> by = new ArrayList<>(List.of("role:approver"));
      if (random.nextBoolean()) {
        by.add("component:FI/role:lead");
      }
      return new TaskSpec.Approve(
          by,
          1 + random.nextInt(3),
          WORDS.stream().filter(word -> random.nextBoolean()).toList(),
          null,
          null,
          false,
          false,
          random.nextBoolean() ? Duration.ofHours(8) : null,
          List.of("role:deputy-lead"));
    }

    private Set<UserId> people() {
      Set<UserId> some = new HashSet<>();
      PEOPLE.stream().filter(person -> random.nextInt(3) > 0).forEach(some::add);
      return some;
    }

    private UserId somebody() {
      return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private String digest() {
      return content + "/" + target + "/" + parameters;
    }

    /**
     * @return how many deployments began
     */
    int play() {
      int deployed = 0;
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(16)) {
          case 0 -> content++;
          case 1 -> target++;
          case 2 -> parameters++;
          case 3 -> promoters.add(somebody());
          case 4 -> deputies.put(somebody(), somebody());
          case 5 -> deputies.remove(somebody());
          case 6 -> roles.put("approver", people());
          case 7 -> now = now.plus(Duration.ofHours(random.nextInt(6)));
          case 8 -> change();
          default -> decide(random.nextInt(rules.size()), somebody());
        }
        if (allHold()) {
          deployed++;
          IntStream.range(0, rules.size()).forEach(this::judge);
        }
      }
      return deployed;
    }

    private void change() {
      authorUnknown = random.nextInt(4) == 0;
      component = random.nextBoolean() ? "FI" : "MM";
      if (random.nextInt(4) == 0) {
        content++;
        authors.add(somebody());
      }
    }

    private Set<UserId> named(int approval) {
      Set<UserId> named = new HashSet<>();
      Offer.of(rules.get(approval), component, since, now)
          .forEach(entry -> named.addAll(roles.get(entry.substring("role:".length()))));
      return named;
    }

    private Facts facts(int approval) {
      Set<UserId> earlier = new HashSet<>();
      given.subList(0, approval).stream()
          .flatMap(List::stream)
          .filter(Given::approved)
          .forEach(each -> earlier.addAll(each.by().people()));
      return new Facts(promoters, earlier, authors, authorUnknown);
    }

    /** As the desk does it: for oneself, else for one whose deputy one is. */
    private void decide(int approval, UserId caller) {
      Set<UserId> named = named(approval);
      List<Decider> possible = new ArrayList<>();
      if (named.contains(caller)) {
        possible.add(new Decider(caller, null));
      }
      deputies.forEach((principal, deputy) -> {
        if (deputy.equals(caller) && named.contains(principal)) {
          possible.add(new Decider(caller, principal));
        }
      });
      ApprovalRule rule = ApprovalRule.of(rules.get(approval));
      Optional<Decider> decider =
          possible.stream()
              .filter(each ->
                  rule.objection(each, given.get(approval), digest(), facts(approval)).isEmpty())
              .findFirst();
      decider.ifPresent(by -> {
        boolean yes = random.nextInt(12) > 0;
        UserId principal = by.principal() == null ? by.person() : by.principal();
        boolean stands = principal.equals(caller) || caller.equals(deputies.get(principal));
        boolean rightful = stands && wasNamed(approval, principal);
        said.add(new Said(approval, caller, principal, digest(), yes, rightful));
        given.get(approval).add(new Given(by, digest(), yes));
      });
    }

    /** In words of its own, not by {@link Offer}. */
    private boolean wasNamed(int approval, UserId person) {
      TaskSpec.Approve rule = rules.get(approval);
      boolean late =
          rule.escalateAfter() != null
              && Duration.between(since, now).compareTo(rule.escalateAfter()) >= 0;
      return roles.get("approver").contains(person)
          || rule.by().size() > 1 && component.equals("FI") && roles.get("lead").contains(person)
          || late && roles.get("deputy-lead").contains(person);
    }

    private boolean allHold() {
      return IntStream.range(0, rules.size())
          .allMatch(i -> ApprovalRule.of(rules.get(i)).holds(given.get(i), digest(), facts(i)));
    }

    /** The oracle: enough different people, each rightful, none excluded, all on exactly this. */
    private void judge(int approval) {
      List<String> exclude = rules.get(approval).exclude();
      Set<UserId> barred = new HashSet<>();
      if (exclude.contains("promoter")) {
        barred.addAll(promoters);
      }
      if (exclude.contains("author")) {
        barred.addAll(authors);
      }
      if (exclude.contains("earlier")) {
        said.stream()
            .filter(each -> each.approval() < approval && each.yes())
            .forEach(each -> barred.addAll(each.people()));
      }
      Set<UserId> counted = new HashSet<>();
      int valid = 0;
      for (Said each : said) {
        boolean here = each.approval() == approval && each.digest().equals(digest());
        assertThat(here && !each.yes()).as("rejected, seed %d", seed).isFalse();
        if (here && each.rightful() && each.people().stream().noneMatch(barred::contains)) {
          assertThat(counted).as("twice, seed %d", seed).doesNotContainAnyElementsOf(each.people());
          counted.addAll(each.people());
          valid++;
        }
      }
      assertThat(valid)
          .as("approvals, seed %d", seed)
          .isGreaterThanOrEqualTo(rules.get(approval).min());
    }
  }
}

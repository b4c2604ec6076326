package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.Deliverables.Collision;
import io.tyto.server.connections.Connections;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.trace.MemoryArrivals;
import io.tyto.server.stories.Dependencies;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gates that look at other work items: what comes before, and what travels along. */
class NeighbourGatesTest {
  private static final Deliverable INVOICES = World.artifact("Invoices", "2.0.0", null);

  private final Asked asked = new Asked();
  private final Asked other = new Asked();
  private final Map<WorkItemId, List<Deliverable>> carried = new HashMap<>();
  private final List<Collision> collisions = new ArrayList<>();
  private final MemoryArrivals arrivals = new MemoryArrivals();
  private boolean otherExists = true;

  private Deliverables deliverables() {
    return Faces.answering(
        Deliverables.class,
        Map.of(
            "current",
            args ->
                Asked.candidate(
                    (WorkItemId) args[0], carried.getOrDefault((WorkItemId) args[0], List.of())),
            "collisions",
            args -> collisions));
  }

  private WorkItemView theOther() {
    return other.item(Asked.OTHER);
  }

  private GateVerdict predecessor() {
    Targets targets =
        new Targets(
            Faces.answering(Environments.class, Map.of("landscapes", args -> List.of())),
            null,
            Faces.answering(
                Connections.class,
                Map.of("descriptor", args -> Optional.of(new FakeTarget().descriptor()))));
    Dependencies dependencies =
        Faces.answering(
            Dependencies.class,
            Map.of("of", args -> new Dependencies.Neighbours(List.of(theOther()), List.of())));
    return new PredecessorGate(dependencies, deliverables(), targets, arrivals)
        .check(asked.subject());
  }

  @Test
  void wantsWhatItDependsOnInEachTargetFirst() {
    carried.put(Asked.OTHER, List.of(INVOICES, World.transport("DEVK900123")));
    asked.to(Asked.QA).to(Asked.QA).to(Asked.PROD);
    arrivals.brought(Asked.QA.id(), INVOICES);
    assertThat(predecessor())
        .isEqualTo(
            GateVerdict.stop(
                "predecessor",
                "BHA-1 comes after what is not there yet: DEVK900123 of BHA-2 is not in CPI-QA."
                    + " Invoices, DEVK900123 of BHA-2 is not in CPI-PROD.",
                "Promote that first or both in one release package, or remove the dependency under"
                    + " Actions > Dependencies."));
    carried.put(Asked.OTHER, List.of(INVOICES));
    asked.targets.clear();
    asked.to(Asked.QA);
    assertThat(predecessor()).isEqualTo(GateVerdict.pass("predecessor", ""));
  }

  @Test
  void doesNotWaitForWhatIsPromotedTogether() {
    carried.put(Asked.OTHER, List.of(INVOICES));
    asked.to(Asked.QA);
    assertThat(predecessor().stops()).isTrue();
    asked.together = Set.of(Asked.ITEM, Asked.OTHER);
    assertThat(predecessor().stops()).isFalse();
  }

  @Test
  void waitsForAPredecessorThatHasNothingYetUnlessItNeverWill() {
    asked.to(Asked.QA);
    assertThat(predecessor().message()).endsWith(": BHA-2 has no deliverables yet.");
    other.noArtifacts = true;
    assertThat(predecessor().stops()).isFalse();
  }

  @Test
  void doesNotWaitForWhatIsNeverDeployed() {
    carried.put(Asked.OTHER, List.of(World.step("Call the customer", Map.of())));
    asked.to(Asked.QA);
    assertThat(predecessor().stops()).isFalse();
  }

  private void collides(String object, boolean takesAlong) {
    collisions.add(
        new Collision(
            Asked.OTHER, "d", object, object + " is also in BHA-2, in testing.", takesAlong));
  }

  private GateVerdict carriesAlong() {
    WorkItems items =
        Faces.answering(
            WorkItems.class,
            Map.of("find", args -> Optional.of(theOther()).filter(any -> otherExists)));
    return new CarriesAlongGate(deliverables(), items).check(asked.subject());
  }

  @Test
  void warnsOfOtherPeoplesOpenWorkAndStopsItAtProduction() {
    GateVerdict nothing =
        GateVerdict.pass("carries-along", "Nothing of another open work item travels along.");
    collides("Orders", false);
    asked.to(Asked.QA);
    assertThat(carriesAlong()).as("theirs is newer").isEqualTo(nothing);
    collides("Orders", true);
    assertThat(carriesAlong())
        .isEqualTo(
            GateVerdict.warn(
                "carries-along",
                "Orders is also in BHA-2, in testing.",
                "Promote them together when what travels along is to be seen there."));
    asked.to(Asked.PROD);
    assertThat(carriesAlong())
        .isEqualTo(
            GateVerdict.stop(
                "carries-along",
                "Orders is also in BHA-2, in testing.",
                "Promote the others first or all in one release package, or take the shared part"
                    + " out."));
    asked.together = Set.of(Asked.ITEM, Asked.OTHER);
    assertThat(carriesAlong()).isEqualTo(nothing);
  }

  @Test
  void forgetsOthersThatAreThroughOrGone() {
    collides("Orders", true);
    asked.to(Asked.PROD);
    other.pipelineStatus = "RUNNING";
    assertThat(carriesAlong().stops()).isTrue();
    other.pipelineStatus = "COMPLETED";
    assertThat(carriesAlong().stops()).isFalse();
    other.pipelineStatus = null;
    otherExists = false;
    assertThat(carriesAlong().stops()).isFalse();
  }

  @Test
  void takesAFeaturesStoryWithTheSameContentForItsOwnWork() {
    collides("Orders", true);
    asked.to(Asked.PROD);
    other.parents = List.of(Asked.ITEM);
    carried.put(Asked.OTHER, List.of(World.artifact("Orders", "1.0.3", null)));
    assertThat(carriesAlong().stops()).as("another version").isTrue();
    carried.put(Asked.OTHER, List.of(INVOICES, Asked.ORDERS));
    assertThat(carriesAlong().stops()).isFalse();
    other.parents = List.of();
    assertThat(carriesAlong().stops()).as("a stranger's").isTrue();
  }

  @Test
  void namesTenAndCountsTheRest() {
    IntStream.rangeClosed(1, 10).forEach(n -> collides("Flow" + n, true));
    assertThat(carriesAlong().message()).contains("Flow1 ", "Flow10 ").doesNotContain("more");
    collides("Flow11", true);
    collides("Flow12", true);
    assertThat(carriesAlong().message()).endsWith("in testing. And 2 more.").doesNotContain("11");
  }
}

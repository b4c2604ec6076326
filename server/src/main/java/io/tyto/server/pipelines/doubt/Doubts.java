package io.tyto.server.pipelines.doubt;

import static java.util.stream.Collectors.joining;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.doubt.DoubtStore.Doubt;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.spi.delivery.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remembers deployments that were sent and left without an answer, and holds back the same content
 * to the same environment until a person settled what happened. In the caller's transaction.
 */
@Component
public class Doubts {
  /** Code of an effect that was held back. */
  public static final String IN_DOUBT = "in-doubt";

  private static final int LONGEST_EXCERPT = 1_000;

  private final DoubtStore store;
  private final EvidenceStore evidence;
  private final RunWriter writer;

  Doubts(DoubtStore store, EvidenceStore evidence, RunWriter writer) {
    this.store = store;
    this.evidence = evidence;
    this.writer = writer;
  }

  /** Nobody will find out any more how this ended. Only what was sent may have happened. */
  public void leave(Effect effect) {
    if (effect.kind() == EffectKind.DEPLOY && effect.sentAt() != null) {
      store.add(effect.id());
    }
  }

  /**
   * Puts the evidence of what is in doubt beside the task that would do it again.
   *
   * @return what a person has to find out; empty when nothing is in doubt
   */
  public Optional<String> objection(RunTask task, Effect effect) {
    List<Doubt> open = store.open(effect);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    String said =
        open.stream().map(doubt -> said(doubt, show(task, effect, doubt))).collect(joining("\n"));
    return Optional.of(
        said
            + "\nLook at the target. It happened: mark this done. It did not: retry with again=true"
            + " and a reason.");
  }

  private static String said(Doubt doubt, List<Evidence> documents) {
    String where =
        documents.stream().map(document -> "\n" + document.text().strip()).findFirst().orElse("");
    return "Run %s sent %s at %s and ended before anybody found out what became of it.%s"
        .formatted(
            doubt.runId(),
            doubt.what(),
            doubt.sentAt(),
            where.substring(0, Math.min(where.length(), LONGEST_EXCERPT)));
  }

  /** A person said what became of all that holds this effect back. */
  public void settle(Run run, Effect heldBack, boolean happened, Actor by, String reason) {
    for (Doubt doubt : store.open(heldBack)) {
      store.settle(doubt.effectId(), happened, by, reason);
      writer.audit(
          run,
          by,
          "doubt-settled",
          Map.of(
              "effect", doubt.effectId(),
              "sentBy", doubt.runId(),
              "what", doubt.what(),
              "happened", happened,
              "reason", reason));
    }
  }

  private List<Evidence> show(RunTask task, Effect effect, Doubt doubt) {
    List<Evidence> documents =
        evidence.ofRun(doubt.runId()).stream()
            .filter(document -> doubt.effectId().equals(document.effectId()))
            .map(d -> new Evidence(d.name(), d.mediaType(), d.body()))
            .toList();
    documents.forEach(document -> evidence.add(task, effect.id(), document));
    return documents;
  }
}

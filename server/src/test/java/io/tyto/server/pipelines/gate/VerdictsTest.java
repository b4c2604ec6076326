package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalKind;
import io.tyto.server.kernel.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What several gates, or one gate about several work items, say together. */
class VerdictsTest {
  private static final GateVerdict FINE = GateVerdict.pass("gate", "Fine.");
  private static final GateVerdict HINT = GateVerdict.warn("gate", "Look at it.", "Look.");
  private static final GateVerdict NO = GateVerdict.stop("gate", "No.", "Mend it.");
  private static final GateVerdict REASON =
      GateVerdict.stopUnlessOverridden("gate", "Not so.", "Say why.");

  private static GateVerdict joined(GateVerdict... verdicts) {
    Map<String, GateVerdict> byItem = new LinkedHashMap<>();
    for (GateVerdict verdict : verdicts) {
      byItem.put("BHA-" + (byItem.size() + 1), verdict);
    }
    return GateVerdict.joined("gate", byItem);
  }

  @Test
  void saysOnceWhatAllSayAlike() {
    assertThat(joined(FINE, FINE)).isEqualTo(FINE);
    assertThat(joined(NO, NO)).isEqualTo(NO);
    assertThat(joined()).isEqualTo(GateVerdict.pass("gate", ""));
  }

  @Test
  void letsTheHeaviestSpeakForItsWorkItem() {
    assertThat(joined(FINE, HINT, FINE))
        .isEqualTo(GateVerdict.warn("gate", "BHA-2: Look at it.", "Look."));
    assertThat(joined(HINT, NO, FINE))
        .isEqualTo(GateVerdict.stop("gate", "BHA-2: No.", "Mend it."));
    GateVerdict named = GateVerdict.stop("gate", "BHA-1 is late.", "");
    assertThat(joined(named, NO).message()).isEqualTo("BHA-1 is late. BHA-2: No.");
    assertThat(joined(GateVerdict.pass("gate", ""), FINE).message()).isEqualTo("BHA-2: Fine.");
  }

  @Test
  void namesEachCureOnce() {
    GateVerdict other = GateVerdict.stop("gate", "Nor this.", "Mend that.");
    assertThat(joined(NO, other, NO).cure()).isEqualTo("Mend it. Mend that.");
    GateVerdict hopeless = GateVerdict.stop("gate", "Never.", "");
    assertThat(joined(hopeless, NO).cure()).isEqualTo("Mend it.");
  }

  @Test
  void isOverriddenOnlyWhereAllThatStopMayBe() {
    assertThat(joined(REASON, REASON).overridable()).isTrue();
    assertThat(joined(REASON, FINE).overridable()).isTrue();
    assertThat(joined(REASON, NO).overridable()).isFalse();
    assertThat(joined(HINT, FINE).overridable()).isFalse();
  }

  @Test
  void waitsForTheLastOfSeveral() {
    Instant early = Instant.parse("2026-11-23T05:00:00Z");
    Instant late = Instant.parse("2026-11-24T05:00:00Z");
    assertThat(joined(FINE, FINE).until()).isNull();
    GateVerdict parked =
        joined(
            GateVerdict.park("gate", "Freeze.", late),
            FINE,
            GateVerdict.park("gate", "Freeze.", early));
    assertThat(parked.until()).isEqualTo(late);
    assertThat(parked.stops()).isFalse();
    assertThat(parked.cure()).contains("goes on by itself");
  }

  @Test
  void refusesWithTheFirstStopAndEverythingThatStops() {
    GateVerdict second = GateVerdict.stop("other", "Nor there.", "");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> GateKeeper.refuse(List.of(FINE, HINT, NO, REASON, second), false));
    assertThat(refusal.code().code()).isEqualTo("gate");
    assertThat(refusal.code().kind()).isEqualTo(RefusalKind.CONFLICT);
    assertThat(refusal).hasMessage("No. Mend it. Not so. Say why. Nor there.");
    assertThat(refusal.more()).isEqualTo(Map.of("gates", List.of(NO, REASON, second)));
  }

  @Test
  void passesWithAReasonOnlyWhatMayBePassed() {
    assertThat(GateKeeper.refuse(List.of(FINE, HINT), false)).isEmpty();
    assertThat(GateKeeper.refuse(List.of(FINE, REASON), true)).containsExactly(REASON);
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> GateKeeper.refuse(List.of(REASON, NO), true));
    assertThat(refusal.more()).isEqualTo(Map.of("gates", List.of(NO)));
    assertThat(catchThrowableOfType(Refusal.class, () -> GateKeeper.refuse(List.of(REASON), false)))
        .hasMessage("Not so. Say why.");
  }

  @Test
  void asksEveryGateAboutEachPart() {
    Gate about =
        new Gate() {
          @Override
          public String code() {
            return "promoter";
          }

          @Override
          public GateVerdict check(GateSubject subject) {
            return subject.promoter().equals(Asked.DANA)
                ? GateVerdict.pass(code(), "")
                : GateVerdict.stop(code(), "Who is that?", "");
          }
        };
    GateKeeper keeper = new GateKeeper(List.of(new DeliverablesGate(), about));
    Asked asked = new Asked();
    assertThat(keeper.ask(asked.subject()))
        .extracting(GateVerdict::verdict)
        .containsExactly(GateVerdict.Verdict.PASS, GateVerdict.Verdict.PASS);
    asked.promoter = new UserId("nobody");
    List<GateVerdict> alone = keeper.ask(List.of(asked.subject()));
    assertThat(alone).extracting(GateVerdict::message).containsExactly("", "Who is that?");
    Asked empty = new Asked();
    empty.id = Asked.OTHER;
    empty.deliverables = List.of();
    assertThat(keeper.ask(List.of(asked.subject(), empty.subject())))
        .extracting(GateVerdict::code, GateVerdict::message)
        .containsExactly(
            tuple("no-deliverables", "BHA-2 has no deliverables."),
            tuple("promoter", "BHA-1: Who is that?"));
  }
}

package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a task ends by the outcomes of its effects. */
final class Settlement {

  private Settlement() {}

  static Step of(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect.needsPerson() || effect.outcome() == EffectOutcome.BROKEN) {
        return new Step.Broken(effect.summary());
      }
      if (effect.outcome() == EffectOutcome.REFUSED) {
        return new Step.Refused(effect.summary());
      }
    }
    return Effect.parked(effects)
        .<Step>map(held -> new Step.Wait(WaitReason.WINDOW, held.summary(), until(held)))
        .orElseGet(() -> new Step.Done(said(effects)));
  }

  /** A parked effect says in its code until when. */
  private static @Nullable Instant until(Effect effect) {
    return effect.code() == null ? null : Instant.parse(effect.code());
  }

  private static String said(List<Effect> effects) {
    return effects.stream()
        .filter(effect -> effect.outcome() != EffectOutcome.PARKED)
        .map(Effect::summary)
        .filter(summary -> !summary.isBlank())
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}

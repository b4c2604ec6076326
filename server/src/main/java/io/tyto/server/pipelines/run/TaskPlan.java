package io.tyto.server.pipelines.run;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A task to be put into a run. */
public record TaskPlan(
    BigDecimal position,
    String stage,
    String name,
    String kind,
    @Nullable String group,
    @Nullable String definedAs,
    @Nullable String deliverableId) {}

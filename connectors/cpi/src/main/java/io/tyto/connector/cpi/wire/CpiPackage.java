package io.tyto.connector.cpi.wire;

import org.jspecify.annotations.Nullable;

/** An integration package. */
public record CpiPackage(
    String id,
    String name,
    @Nullable String shortText,
    @Nullable String vendor,
    boolean editable) {}

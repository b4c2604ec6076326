package io.tyto.server.landscape;

import io.tyto.server.kernel.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * @param q part of the name; three characters at least
 */
public record EnvironmentQuery(
    @Nullable String connector,
    EnvironmentView.@Nullable Type type,
    @Nullable String q,
    PageQuery page) {}

package io.tyto.server.landscape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters. In a change, absent means "as it is".
 *
 * @param mode PLAN_ONLY for Production and LIVE otherwise, unless given; also when a change makes
 *     an environment a Production one
 * @param settings in a change, each key given replaces that setting; null or empty takes it away
 */
public record EnvironmentInput(
    @Nullable String name,
    @Nullable String connector,
    EnvironmentView.@Nullable Type type,
    EnvironmentView.@Nullable Mode mode,
    @Nullable Map<String, @Nullable Object> settings,
    @Nullable String credentialId) {}
